namespace Actors.Grains.Plans;

/// <summary>What a tenant has at present: its plan with its add-ons.</summary>
/// <param name="LogRetentionDays">After a message's terminal event, extension included.</param>
/// <param name="DomainsMax">Null for any number.</param>
/// <param name="UsersMax">Null for any number.</param>
/// <param name="MessagesPerMonth">Null for any number.</param>
/// <param name="ActiveContactsPerMonth">Null for any number.</param>
/// <param name="DedicatedIps">How many were added; 0 without, null for any number.</param>
[GenerateSerializer, Immutable, Alias("plan-view")]
public sealed record PlanView(
    PlanName Plan,
    int LogRetentionDays,
    int? DomainsMax,
    int? UsersMax,
    bool Roles,
    bool BlacklistFile,
    long? MessagesPerMonth,
    long? ActiveContactsPerMonth,
    int? DedicatedIps)
{
    [Id(0)] public SendingThresholds Thresholds { get; init; } = SendingThresholds.Default;

    /// <summary>How many of that there may be: 0 for a feature that is not included, null for any number.</summary>
    public int? Most(PlanFeature feature) => feature switch
    {
        PlanFeature.Domains => DomainsMax,
        PlanFeature.Users => UsersMax,
        PlanFeature.Roles => Roles ? null : 0,
        PlanFeature.BlacklistFile => BlacklistFile ? null : 0,
        PlanFeature.DedicatedIps => DedicatedIps,
        _ => throw new ArgumentOutOfRangeException(nameof(feature), feature, null),
    };
}
