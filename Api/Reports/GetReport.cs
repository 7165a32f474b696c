using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Statistics;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Reports;

/// <summary>Shows what became of mail, from counters.</summary>
internal sealed class GetReport : IEndpoint
{
    private const string GroupBy = "group_by";

    public static Operation Operation { get; } = new(
        "GET", "/v1/reports", Audience.Tenant, "getReport", ReportFilters.Tag, "Read a report")
    {
        Scope = Scopes.StatisticsRead,
        Description =
            "Counts what happened on the days asked for, in UTC, whenever the mail was handed in. Filters are joined "
            + "by and. Every rate tells what it is a proportion of. Numbers stay when messages are erased from the "
            + "log.",
        Parameters =
        [
            .. ReportFilters.Parameters,
            new(GroupBy, "day, smtp_account or stream; in total alone where absent."),
        ],
        Outcomes = [new(200, "The numbers.", typeof(ReportBody))],
        Problems = [ProblemTypes.InvalidParameter],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var query = new Query(call.Http.Request.Query);
        var filter = ReportFilters.Read(query, DayRange.Today(call));
        var grouping = query.Value<ReportGrouping>(
            GroupBy, TryParse, "unknown_value", "It has to be day, smtp_account or stream.");
        if (!(await ReportFilters.Check(call, query, filter)).Try(out var checkedFilter, out var problem))
            return problem;
        var counts = await call.Grains.GetGrain<IStatisticsGrain>(call.Tenant.Value)
            .Report(checkedFilter, grouping ?? ReportGrouping.Total);
        return counts is null
            ? Problem.Parameter(
                "tag", "too_many_campaigns",
                $"The tag stands beside more than {StatisticsLimits.CampaignsOfTagMax} campaigns: name one.")
            : Call.Ok(ReportBody.Of(checkedFilter, grouping, counts), ApiJson.Wire.ReportBody);
    }

    private static bool TryParse(string text, out ReportGrouping grouping)
    {
        grouping = text switch
        {
            "day" => ReportGrouping.Day,
            "smtp_account" => ReportGrouping.Account,
            "stream" => ReportGrouping.Stream,
            _ => ReportGrouping.Total,
        };
        return grouping != ReportGrouping.Total;
    }
}
