using System.Collections.Immutable;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Api.SmtpAccounts;
using Actors.Grains.Messages;
using Actors.Grains.Statistics;

namespace Actors.Api.Reports;

/// <summary>Which messages a report is about, as the query says it.</summary>
internal static class ReportFilters
{
    public const string Tag = "Reports";

    public static ImmutableArray<Parameter> Parameters { get; } =
    [
        new("campaign", "The whole name."),
        new("tag", "One tag, exactly."),
        new("smtp_account", "acc_..."),
        new("stream", "transactional or marketing."),
        .. DayRange.Parameters,
    ];

    public static ReportFilter Read(Query query, DateOnly today)
    {
        var days = DayRange.Read(query, today);
        return new ReportFilter(
            query.Text("campaign"), query.Text("tag"), query.Account("smtp_account"),
            query.Value<MailStream>("stream", TryParse, "unknown_value", "It has to be transactional or marketing."),
            days.First, days.Last);
    }

    /// <summary>Asked last: with the account that the caller may use, or what is wrong with the query.</summary>
    public static async Task<Parsed<ReportFilter>> Check(Call call, Query query, ReportFilter filter)
    {
        if ((query.Problem() ?? new DayRange(filter.First, filter.Last).Problem()) is { } problem)
            return problem;
        if (!call.Caller.TryChoose(filter.Account, out var account)
            || (account is { } one && !await AccountPath.MayUse(call, one)))
            return Problem.Parameter("smtp_account", "unknown_account", "Name an SMTP account that the key may use.");
        return filter with { Account = account };
    }

    public static string NameOf(MailStream stream) =>
        stream == MailStream.Marketing ? "marketing" : "transactional";

    private static bool TryParse(string text, out MailStream stream)
    {
        stream = text == NameOf(MailStream.Marketing) ? MailStream.Marketing : MailStream.Transactional;
        return text == NameOf(stream);
    }
}
