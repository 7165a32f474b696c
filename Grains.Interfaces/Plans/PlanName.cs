namespace Actors.Grains.Plans;

/// <summary>The plans a tenant can be on, from the smallest. Only append: numbers are stored.</summary>
public enum PlanName
{
    /// <summary>Every new tenant's.</summary>
    Startup = 0,

    Essential = 1,

    Pro = 2,

    /// <summary>Agreed on with the operator: it begins by a request and ends by notice, never by a downgrade.</summary>
    Enterprise = 3,
}
