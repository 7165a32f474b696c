using Actors.Grains.Plans;

namespace Actors.Api.Plans;

/// <param name="Id">startup, essential, pro or enterprise.</param>
/// <param name="Price">For a calendar month, in minor units of the currency.</param>
/// <param name="LogRetentionDays">After a message's terminal event.</param>
/// <param name="DomainsMax">Absent for any number.</param>
/// <param name="UsersMax">Absent for any number.</param>
/// <param name="Roles">Whether users may have other roles than admin.</param>
/// <param name="BlacklistFile">Whether the blacklist can be had as a file.</param>
/// <param name="MessagesPerMonth">Absent for any number.</param>
/// <param name="ActiveContactsPerMonth">Absent for any number.</param>
/// <param name="Thresholds">From which rates on accounts are warned and blocked.</param>
internal sealed record PlanBody(
    string Id,
    long Price,
    int LogRetentionDays,
    int? DomainsMax,
    int? UsersMax,
    bool Roles,
    bool BlacklistFile,
    long? MessagesPerMonth,
    long? ActiveContactsPerMonth,
    ThresholdsBody Thresholds)
{
    public static PlanBody Of(PlanName plan, PlanTerms terms) => new(
        plan.Word(), terms.Price, terms.LogRetentionDays, terms.DomainsMax, terms.UsersMax, terms.Roles,
        terms.BlacklistFile, terms.MessagesPerMonth, terms.ActiveContactsPerMonth,
        ThresholdsBody.Of(terms.Thresholds));
}
