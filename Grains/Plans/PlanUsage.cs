namespace Actors.Grains.Plans;

/// <summary>What a tenant uses of what a plan limits.</summary>
/// <param name="OtherRoles">Users with another role than admin.</param>
public sealed record PlanUsage(int Domains, int Users, int OtherRoles)
{
    public IEnumerable<(PlanFeature Feature, int Used)> Counts() =>
    [
        (PlanFeature.Domains, Domains), (PlanFeature.Users, Users), (PlanFeature.Roles, OtherRoles),
    ];
}
