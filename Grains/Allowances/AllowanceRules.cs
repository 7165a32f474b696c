using System.Collections.Immutable;
using System.Globalization;
using Actors.Grains.PlatformMails;
using Actors.Grains.Submissions;
using Actors.Grains.Subscriptions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Allowances;

/// <summary>What is refused at the limit, and who is told of what: pure.</summary>
public static class AllowanceRules
{
    private const string Messages = "messages";
    private const string Contacts = "active contacts";

    /// <returns>The highest level that is reached, in per cent; 0 for none.</returns>
    public static int LevelOf(Used used) => used switch
    {
        { Limit: null } => 0,
        { Limit: { } limit, Count: var count } when count >= limit => AllowanceLimits.UsedUpAt,
        { Limit: { } limit, Count: var count } when count * 100 >= limit * AllowanceLimits.WarnedAt =>
            AllowanceLimits.WarnedAt,
        _ => 0,
    };

    public static Refusal Exhausted(AllowanceBook book, AllowanceRequest request)
    {
        var contacts = book.Messages.HasRoom(request.Messages);
        var meter = contacts ? book.Contacts : book.Messages;
        var (what, asked) = contacts ? (Contacts, request.Contacts) : ($"{Messages} a month", request.Messages);
        return Refusal.Of(RefusalCode.AllowanceExhausted, string.Create(
            CultureInfo.InvariantCulture,
            $"The plan includes {meter.Limit} {what}, {meter.Used} are used and {asked} more are asked for. "
            + $"{Remedy(book.Month, contacts)}"));
    }

    /// <returns>The state after a look at what is used: with a mail to each admin for a level that nobody was told of
    /// in this month. Whoever jumps over a level is told of the higher one alone.</returns>
    public static AllowanceWatchState Look(
        AllowanceWatchState state, AllowanceView view, ImmutableArray<EmailAddress> admins)
    {
        if (state.Month != view.Month)
            state = state with { Month = view.Month, Messages = default, Contacts = default };
        var (messages, first) = Tell(state.Messages, view.Messages, Messages, view.Month, admins);
        var (contacts, second) = Tell(state.Contacts, view.Contacts, Contacts, view.Month, admins);
        return state with
        {
            Messages = messages,
            Contacts = contacts,
            Outgoing = state.Outgoing.AddRange(first).AddRange(second), // the same where there is none
        };
    }

    /// <remarks>A larger limit begins anew: what is most of it, nobody was told.</remarks>
    private static (ToldLevel Told, ImmutableArray<PlatformMail> Mails) Tell(
        ToldLevel told, Used used, string what, BillingMonth month, ImmutableArray<EmailAddress> admins)
    {
        if (used.Limit is not { } limit)
            return (told, []);
        var before = limit > told.Limit ? default : told;
        var level = LevelOf(used);
        if (level <= before.Level)
            return (told, []);
        var id = string.Create(
            CultureInfo.InvariantCulture, $"allowance/{what.Replace(' ', '-')}/{month}/{limit}/{level}");
        return (
            new ToldLevel(level, limit),
            [.. admins.Select(to => PlatformMail.AllowanceReached(
                $"{id}/{to}", to, what, used.Count, limit, what == Messages ? month.Ends() : null))]);
    }

    private static string Remedy(BillingMonth month, bool contacts) => contacts
        ? "A larger plan has room for more."
        : $"The count begins anew on {month.Ends().UtcDateTime:yyyy-MM-dd}; a larger plan has room at once.";
}
