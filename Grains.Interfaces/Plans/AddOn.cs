namespace Actors.Grains.Plans;

/// <summary>What a tenant can have beside its plan. Only append: numbers are stored.</summary>
public enum AddOn
{
    /// <summary>One for each source address that is the tenant's alone.</summary>
    DedicatedIp = 0,

    /// <summary>One for each day that the log is kept longer.</summary>
    LogRetention = 1,
}
