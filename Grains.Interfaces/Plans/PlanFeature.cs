namespace Actors.Grains.Plans;

/// <summary>What a plan limits, and <c>ITenantGrain.MayAdd</c> is asked about before there is one more.</summary>
public enum PlanFeature
{
    Domains = 0,

    Users = 1,

    /// <summary>Giving a user another role than admin.</summary>
    Roles = 2,

    /// <summary>The blacklist as a file; over the API it is on every plan.</summary>
    BlacklistFile = 3,

    /// <summary>Included in no plan: an add-on.</summary>
    DedicatedIps = 4,
}
