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
            new("number", "accepted, delivered, deferred, bounced, expired, suppressed, cancelled, complained, "
                + "unsubscribed, late_bounced or held; accepted where absent. held has neither days nor category."),
            new("category", "Of deferred, bounced, expired and late_bounced, such as mailbox_full."),
            new("hardness", "hard or soft."),
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
        var number = query.Value<ReportedNumber>(
            "number", TryParseNumber, "unknown_value", "There is no such number in a report.");
        var category = query.Object<string>(
            "category", TryParseCategory, "unknown_value", "There is no such category.");
        var hard = query.Value<bool>("hardness", TryParseHardness, "unknown_value", "It has to be hard or soft.");
        var filter = ReportFilters.Read(query, DayRange.Today(call));
        var after = query.Value<ReportedPlace>(
            "after", TryReadPlace, "invalid_cursor", "This is no cursor of this list.");
        var limit = query.Limit();
        if (!(await ReportFilters.Check(call, query, filter)).Try(out var checkedFilter, out var problem))
            return problem;
        var page = await call.Grains.GetGrain<IStatisticsGrain>(call.Tenant.Value).Recipients(
            new ReportedSearch(number ?? ReportedNumber.Accepted, checkedFilter, category, hard, after, limit));
        return Call.Ok(
            new Page<ReportedRecipientBody>(
                [.. page.Recipients.Select(ReportedRecipientBody.Of)], page.Next is not null,
                page.Next is { } next ? Cursor.Of($"{next.At} {next.Number}") : null),
            ApiJson.Wire.PageReportedRecipientBody);
    }

    private static bool TryParseNumber(string text, out ReportedNumber number)
    {
        number = default;
        foreach (var one in Enum.GetValues<ReportedNumber>())
        {
            if (NameOf(one) != text)
                continue;
            number = one;
            return true;
        }

        return false;
    }

    private static string NameOf(ReportedNumber number) =>
        number == ReportedNumber.LateBounced ? "late_bounced" : number.ToString().ToLowerInvariant();

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
