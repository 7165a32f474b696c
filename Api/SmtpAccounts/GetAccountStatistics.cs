using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Api.Reports;
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
        Parameters = DayRange.Parameters,
        Outcomes = [new(200, "The counts.", typeof(AccountStatisticsBody))],
        Problems = [ProblemTypes.NotFound, ProblemTypes.InvalidParameter],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var query = new Query(call.Http.Request.Query);
        var days = DayRange.Read(query, DayRange.Today(call));
        if ((query.Problem() ?? days.Problem()) is { } problem)
            return problem;
        if (await AccountPath.Find(call) is null)
            return Problem.NotFound;
        var account = AccountId.Parse(call.Segment("account"));
        var counts = await call.Grains.GetGrain<IStatisticsGrain>(call.Tenant.Value)
            .OfAccount(account, days.First, days.Last);
        return Call.Ok(AccountStatisticsBody.Of(account, days, counts), ApiJson.Wire.AccountStatisticsBody);
    }
}
