using System.Globalization;
using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Statistics;
using Actors.Mail.Replies;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Reports;

/// <summary>Lists the addresses behind a number of a report.</summary>
internal sealed class ListReportedRecipients : IEndpoint
{
    private static readonly string Categories =
        string.Join(", ", Enum.GetValues<BounceCategory>().Select(one => one.Key()));

    public static Operation Operation { get; } = new(
        "GET", "/v1/reports/recipients", Audience.Tenant, "listReportedRecipients", ReportFilters.Tag,
        "List the addresses behind a number")
    {
        Scope = Scopes.MessagesRead,
        Description =
            "Newest first, one entry for each time that was counted. Messages that are erased from the log take their "
            + "addresses along, while the numbers of a report stay: the list of an old number is shorter than that. "
            + "A page may be short, or empty, and have another behind it.",
        Parameters =
        [
            new("number", $"{ReportedNumberNames.All}; accepted where absent. held_now has neither days nor category."),
            new("category", "Of deferred, bounced, expired and late_bounced, such as mailbox_full."),
            new("hardness", "hard or soft; hard_bounced and soft_bounced have theirs."),
            .. ReportFilters.Parameters,
            new("limit", "1 to 100; 20 where absent.", "integer"),
            new("after", "The next of the page before."),
        ],
        Outcomes = [new(200, "A page.", typeof(Page<ReportedRecipientBody>))],
        Problems = [ProblemTypes.InvalidParameter],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var query = new Query(call.Http.Request.Query);
        var number = query.Value<(ReportedNumber Number, bool? Hard)>(
            "number", ReportedNumberNames.TryParse, "unknown_value", $"It has to be one of {ReportedNumberNames.All}.");
        var category = query.Object<string>(
            "category", TryParseCategory, "unknown_value", $"It has to be one of {Categories}.");
        var hard = query.Value<bool>("hardness", TryParseHardness, "unknown_value", "It has to be hard or soft.");
        var filter = ReportFilters.Read(query, DayRange.Today(call));
        var after = query.Value<ReportedPlace>(
            "after", TryReadPlace, "invalid_cursor", "This is no cursor of this list.");
        var limit = query.Limit();
        if (hard is not null && number?.Hard is not null)
            return Problem.Parameter("hardness", "not_allowed", "The number names its hardness itself.");
        if (!(await ReportFilters.Check(call, query, filter)).Try(out var checkedFilter, out var problem))
            return problem;
        var page = await call.Grains.GetGrain<IStatisticsGrain>(call.Tenant.Value).Recipients(
            new ReportedSearch(
                number?.Number ?? ReportedNumber.Accepted, checkedFilter, category, number?.Hard ?? hard, after,
                limit));
        return Call.Ok(
            new Page<ReportedRecipientBody>(
                [.. page.Recipients.Select(ReportedRecipientBody.Of)], page.Next is not null,
                page.Next is { } next ? Cursor.Of($"{next.At} {next.Number}") : null),
            ApiJson.Wire.PageReportedRecipientBody);
    }

    private static bool TryParseCategory(string text, out string category)
    {
        category = text;
        return Enum.GetValues<BounceCategory>().Any(one => one.Key() == text);
    }

    private static bool TryParseHardness(string text, out bool hard)
    {
        hard = text == BounceHardness.Hard.Key();
        return hard || text == BounceHardness.Soft.Key();
    }

    private static bool TryReadPlace(string text, out ReportedPlace place)
    {
        place = default;
        if (!Cursor.TryRead(text, out var position) || position.Split(' ') is not [var at, var number]
            || !long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var row))
            return false;
        place = new ReportedPlace(time, row);
        return true;
    }
}
