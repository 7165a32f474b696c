using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Statistics;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Reports;

/// <summary>Lists the campaigns that messages were sent under, with their totals.</summary>
internal sealed class ListCampaigns : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/campaigns", Audience.Tenant, "listCampaigns", ReportFilters.Tag, "List the campaigns")
    {
        Scope = Scopes.StatisticsRead,
        Description =
            "In the order of their names. A campaign is there from its first message on. A page may be short, or "
            + "empty, and have another behind it.",
        Parameters =
        [
            new("search", "In any part of the name, whatever the case."),
            new("smtp_account", "acc_...: only what was sent by it."),
            new("from", "The first day that is counted, such as 2030-01-31; the first of all where absent."),
            new("to", "The last day that is counted."),
            new("limit", "1 to 100; 20 where absent.", "integer"),
            new("after", "The next of the page before."),
        ],
        Outcomes = [new(200, "A page.", typeof(Page<CampaignBody>))],
        Problems = [ProblemTypes.InvalidParameter],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var query = new Query(call.Http.Request.Query);
        var search = new CampaignSearch(
            query.Text("search"), query.Account("smtp_account"), DayRange.Day(query, "from") ?? DateOnly.MinValue,
            DayRange.Day(query, "to") ?? DateOnly.MaxValue,
            query.Object<string>("after", Cursor.TryRead!, "invalid_cursor", "This is no cursor of this list."),
            query.Limit());
        if (query.Problem() is { } refused)
            return refused;
        if (!call.Caller.TryChoose(search.Account, out var account))
            return Problem.Parameter("smtp_account", "unknown_account", "Name an SMTP account that the key may use.");
        var page = await call.Grains.GetGrain<IStatisticsGrain>(call.Tenant.Value)
            .Campaigns(search with { Account = account });
        return Call.Ok(
            new Page<CampaignBody>(
                [.. page.Campaigns.Select(CampaignBody.Of)], page.Next is not null,
                page.Next is null ? null : Cursor.Of(page.Next)),
            ApiJson.Wire.PageCampaignBody);
    }
}
