using System.Globalization;
using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.Statistics;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SmtpAccounts;

/// <summary>Shows what became of an account's mail, over all its domains.</summary>
internal sealed class GetAccountStatistics : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/smtp-accounts/{account}/statistics", Audience.Tenant, "getAccountStatistics", AccountPath.Tag,
        "Read an SMTP account's statistics")
    {
        Scope = Scopes.StatisticsRead,
        Description =
            "Counts by day, in UTC, and over all of the days: of what happened on them, whenever the mail was handed "
            + "in. A message has one recipient, is accepted once and ends once; it may be deferred several times. "
            + "Counts stay when the messages are erased from the log.",
        Parameters =
        [
            new("from", "The first day, such as 2030-01-31; where absent, 30 days with the last one.", "string"),
            new("to", "The last day; today where absent. At most 366 days.", "string"),
        ],
        Outcomes = [new(200, "The counts.", typeof(AccountStatisticsBody))],
        Problems = [ProblemTypes.NotFound, ProblemTypes.InvalidParameter],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var query = new Query(call.Http.Request.Query);
        var to = Day(query, "to") ?? DateOnly.FromDateTime(call.Gateway.Time.GetUtcNow().UtcDateTime);
        var from = Day(query, "from") ?? Before(to);
        if (query.Problem() is { } problem)
            return problem;
        if (to.DayNumber - from.DayNumber is < 0 or >= StatisticsLimits.DaysMax)
            return Problem.Parameter(
                "from", "out_of_range", $"The days have to be 1 to {StatisticsLimits.DaysMax}, the first one first.");
        if (await AccountPath.Find(call) is null)
            return Problem.NotFound;
        var account = AccountId.Parse(call.Segment("account"));
        var counts = await call.Grains.GetGrain<IStatisticsGrain>(call.Tenant.Value).OfAccount(account, from, to);
        return Call.Ok(
            AccountStatisticsBody.Of(account, from, to, counts), ApiJson.Wire.AccountStatisticsBody);
    }

    private static DateOnly? Day(Query query, string name) => query.Value<DateOnly>(
        name,
        (string text, out DateOnly day) => DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day),
        "invalid_day", "The day has to be written as 2030-01-31.");

    private static DateOnly Before(DateOnly last) => last.DayNumber < StatisticsLimits.DaysDefault
        ? DateOnly.MinValue
        : last.AddDays(1 - StatisticsLimits.DaysDefault);
}
