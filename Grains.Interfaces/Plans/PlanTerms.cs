namespace Actors.Grains.Plans;

/// <summary>The figures of a plan.</summary>
/// <param name="Price">For a calendar month, in minor units of the catalogue's currency.</param>
/// <param name="LogRetentionDays">After a message's terminal event.</param>
/// <param name="DomainsMax">Null for any number.</param>
/// <param name="UsersMax">Null for any number.</param>
/// <param name="Roles">Whether users may have other roles than admin.</param>
/// <param name="BlacklistFile">Whether the blacklist can be had as a file.</param>
/// <param name="MessagesPerMonth">Over the platform's servers; null for any number.</param>
/// <param name="ActiveContactsPerMonth">Contacts that got a message in the month; null for any number.</param>
[GenerateSerializer, Immutable, Alias("plan-terms")]
public sealed record PlanTerms(
    long Price,
    int LogRetentionDays,
    int? DomainsMax,
    int? UsersMax,
    bool Roles,
    bool BlacklistFile,
    long? MessagesPerMonth,
    long? ActiveContactsPerMonth)
{
    /// <summary>Of those that were stored before there were any: the platform's.</summary>
    [Id(0)] public SendingThresholds Thresholds { get; init; } = SendingThresholds.Default;
}
