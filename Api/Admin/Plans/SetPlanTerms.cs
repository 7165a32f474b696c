using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Plans;
using Actors.Api.Problems;
using Actors.Grains.Plans;
using Actors.Grains.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Plans;

/// <summary>Changes a plan.</summary>
internal sealed class SetPlanTerms : IEndpoint
{
    private const int RetentionDaysMax = 3_650;
    private const int CountMax = 100_000;
    private const int RateMax = 10_000;
    private const long AllowanceMax = 1_000_000_000_000;

    public static Operation Operation { get; } = new(
        "PUT", "/v1/admin/plans/{plan}", Audience.Operator, "setPlanTerms", AdminPath.Tag,
        "Set the figures of a plan")
    {
        Description =
            "For every tenant on it: limits count at once, how long logs are kept within minutes, the price with " +
            "the next cycle.",
        Request = typeof(PlanTermsRequest),
        Outcomes = [new(200, "Set.", typeof(PlanBody))],
        Problems = [
            ProblemTypes.MalformedJson, ProblemTypes.InvalidField, ProblemTypes.NotFound,
            ProblemTypes.PreconditionFailed,
        ],
        Examples = [
            new("essential", "A larger one", """
                {"price": 2400, "log_retention_days": 7, "domains_max": 5, "users_max": 1, "roles": false,
                 "blacklist_file": true, "messages_per_month": 60000, "active_contacts_per_month": 12000}
                """, 200),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var terms = Read(fields);
        if (fields.Problem() is { } problem)
            return problem;
        return PlanWords.TryParse(call.Segment("plan"), out PlanName plan)
            ? Call.Answer(
                await Contract.Catalogue(call).SetPlan(plan, terms, call.IfMatch),
                all => PlanBody.Of(plan, all.Of(plan)),
                ApiJson.Wire.PlanBody)
           : Problem.NotFound;
    }

    private static PlanTerms Read(Fields fields) => new(
        fields.Whole("price", 0, LedgerLimits.AmountMax),
        fields.Integer("log_retention_days", 1, RetentionDaysMax),
        (int?)fields.WholeOrNull("domains_max", 1, CountMax),
        (int?)fields.WholeOrNull("users_max", 1, CountMax),
        fields.Flag("roles"),
        fields.Flag("blacklist_file"),
        fields.WholeOrNull("messages_per_month", 0, AllowanceMax),
        fields.WholeOrNull("active_contacts_per_month", 0, AllowanceMax))
    {
        Thresholds = Thresholds(fields.PartOrNull("thresholds")),
    };

    private static SendingThresholds Thresholds(Fields? fields)
    {
        var usual = SendingThresholds.Default;
        return new SendingThresholds
        {
            MessagesMin = Number(fields, "messages_min", usual.MessagesMin, CountMax),
            ComplaintWarning = Number(fields, "complaint_warning", usual.ComplaintWarning, RateMax),
            ComplaintBlock = Number(fields, "complaint_block", usual.ComplaintBlock, RateMax),
            HardBounceWarning = Number(fields, "hard_bounce_warning", usual.HardBounceWarning, RateMax),
            HardBounceBlock = Number(fields, "hard_bounce_block", usual.HardBounceBlock, RateMax),
        };
    }

    private static int Number(Fields? fields, string name, int usual, int max) =>
        (int)(fields?.WholeOrNull(name, 1, max) ?? usual);
}

/// <param name="Price">For a calendar month, in minor units.</param>
/// <param name="LogRetentionDays">1 to 3,650.</param>
/// <param name="DomainsMax">1 to 100,000; any number where absent.</param>
/// <param name="UsersMax">1 to 100,000; any number where absent.</param>
/// <param name="Roles">Whether users may have other roles than admin.</param>
/// <param name="BlacklistFile">Whether the blacklist can be had as a file.</param>
/// <param name="MessagesPerMonth">Any number where absent.</param>
/// <param name="ActiveContactsPerMonth">Any number where absent.</param>
/// <param name="Thresholds">The usual ones where absent.</param>
internal sealed record PlanTermsRequest(
    long Price, int LogRetentionDays, int? DomainsMax, int? UsersMax, bool Roles, bool BlacklistFile,
    long? MessagesPerMonth, long? ActiveContactsPerMonth, ThresholdsRequest? Thresholds);

/// <summary>Rates are of finished messages, in hundredths of a per cent: 10 is 0.1 %.</summary>
/// <param name="MessagesMin">Of fewer finished messages in a window, no rate says anything; 500 where absent.</param>
/// <param name="ComplaintWarning">1 to 10,000; 10 where absent.</param>
/// <param name="ComplaintBlock">1 to 10,000; 30 where absent.</param>
/// <param name="HardBounceWarning">1 to 10,000; 500 where absent.</param>
/// <param name="HardBounceBlock">1 to 10,000; 1,000 where absent.</param>
internal sealed record ThresholdsRequest(
    int? MessagesMin, int? ComplaintWarning, int? ComplaintBlock, int? HardBounceWarning, int? HardBounceBlock);
