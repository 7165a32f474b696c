using System.Collections.Immutable;
using Actors.Grains.Messages;
using Actors.Grains.Thresholds;
using Actors.Mail.Addresses;

namespace Actors.Grains.Contacts;

/// <summary>What messages make of a contact: pure.</summary>
/// <remarks>A rule that changes nothing gives back the very state it was given. Every cause may come twice, late, or
/// out of order.</remarks>
public static class ContactRules
{
    public static ContactState Apply(ContactState contact, ContactCause cause, ContactOptions options)
    {
        if (cause.Covering.Any(key => contact.Causes.Contains(key)))
            return contact;
        var next = cause switch
        {
            ContactCause.Failed { Verdict: var verdict } => Failed(contact, cause, verdict, options),
            ContactCause.LateBounced { Verdict: var verdict } => Failed(contact, cause, verdict, options),
            ContactCause.Delivered => Delivered(contact, cause),
            ContactCause.Complained => Complained(contact, Mark(cause)),
            ContactCause.Unsubscribed { List: var list } => Unsubscribed(contact, Mark(cause), list),
            _ => throw new InvalidOperationException($"unknown cause {cause.GetType().Name}"),
        };
        var outcome = OutcomeOf(cause);
        return ReferenceEquals(next, contact) && outcome is null
            ? contact
            : KnownBy(next, cause) with
            {
                Causes = Latest(next.Causes.Add(cause.Key), ContactLimits.CausesMax),
                Outcome = outcome,
            };
    }

    private static ContactOutcome? OutcomeOf(ContactCause cause) => (cause.CountsFor, cause) switch
    {
        ({ } account, ContactCause.Complained) =>
            new ContactOutcome(account, cause.CountsIn, cause.At, HealthEvents.Of(cause), null),
        ({ } account, ContactCause.LateBounced { Verdict: var verdict }) =>
            new ContactOutcome(account, cause.CountsIn, cause.At, HealthEvents.Of(cause), verdict),
        _ => null,
    };

    /// <summary>Whether a failure says anything of the address: its recipient or domain is at fault, and a server
    /// answered.</summary>
    public static bool Counts(Verdict verdict) => verdict.Gravity() != Gravity.None;

    /// <summary>Whoever wants mail again can leave again, also by a message that was left by before.</summary>
    internal static ImmutableArray<string> WithoutLeaving(ImmutableArray<string> causes) =>
        causes.RemoveAll(key => key.Contains("/unsubscribed", StringComparison.Ordinal));

    /// <summary>The state with one more line of history.</summary>
    internal static ContactState Noted(ContactState contact, ContactChange change) =>
        contact with { History = Latest(contact.History.Add(change), ContactLimits.HistoryMax) };

    /// <summary>The state of an address that is known from now on, if it was not before.</summary>
    /// <param name="address">Null leaves what is known of it.</param>
    internal static ContactState Known(
        ContactState contact, EmailAddress? address, ContactOrigin origin, DateTimeOffset at)
    {
        var isNew = contact.CreatedAt == default;
        return contact.Address is not null || (address is null && !isNew) ? contact : contact with
        {
            Address = address,
            Origin = isNew ? origin : contact.Origin,
            CreatedAt = isNew ? at : contact.CreatedAt,
        };
    }

    /// <summary>The address of a person that was erased stays unknown, whatever comes of messages that were under
    /// way.</summary>
    private static ContactState KnownBy(ContactState contact, ContactCause cause) => contact.CreatedAt == default
        ? Known(contact, cause.Address, ContactOrigin.Send, cause.At)
        : contact;

    private static ContactState Failed(
        ContactState contact, ContactCause cause, Verdict verdict, ContactOptions options)
    {
        if (contact.Bounced is not null || !Counts(verdict))
            return contact;
        if (verdict.Hard)
            return Bounced(contact, Mark(cause), verdict.Category);
        if (cause.At <= contact.DeliveredAt)
            return contact;
        var next = Noted(contact, Change(Mark(cause), ContactHappening.SoftBounced, verdict.Category)) with
        {
            Run = Shortened([.. contact.Run.Add(cause.At).Order()]),
        };
        return IsEnough(next.Run, cause.TimeScale, options) ? Bounced(next, Mark(cause), verdict.Category) : next;
    }

    private static bool IsEnough(ImmutableArray<DateTimeOffset> run, int timeScale, ContactOptions options) =>
        run.Length >= options.SoftBouncesMin && run[^1] - run[0] >= options.SoftBouncesOver / timeScale;

    /// <param name="category">Null where nobody says.</param>
    internal static ContactState Bounced(ContactState contact, ContactMark mark, string? category) =>
        Noted(contact, Change(mark, ContactHappening.Bounced, category)) with { Bounced = mark };

    private static ContactState Delivered(ContactState contact, ContactCause cause)
    {
        var left = contact.Run.RemoveAll(failure => failure <= cause.At);
        return left.Length == contact.Run.Length
            ? contact
            : Noted(contact, Change(Mark(cause), ContactHappening.Delivered)) with
            {
                Run = left,
                DeliveredAt = cause.At,
            };
    }

    internal static ContactState Complained(ContactState contact, ContactMark mark) => contact.Complained is not null
        ? contact
        : Noted(contact, Change(mark, ContactHappening.Complained)) with { Complained = mark };

    /// <param name="list">Null for all.</param>
    internal static ContactState Unsubscribed(ContactState contact, ContactMark mark, string? list)
    {
        if (list is null ? contact.Unsubscribed is not null : HasLeft(contact, list))
            return contact;
        var noted = Noted(contact, Change(mark, ContactHappening.Unsubscribed, list));
        return list is null
            ? noted with { Unsubscribed = mark }
            : noted with { Lists = Left(contact.Lists, list, mark.At) };
    }

    private static bool HasLeft(ContactState contact, string list) =>
        contact.Lists.Any(one => one.Name == list && one.LeftAt is not null);

    /// <summary>Also a list it was not known to be on: it was written to for it.</summary>
    private static ImmutableArray<ContactList> Left(
        ImmutableArray<ContactList> lists, string list, DateTimeOffset at) =>
        lists.FirstOrDefault(one => one.Name == list) is { } known
            ? lists.Replace(known, known with { LeftAt = at })
            : lists.Add(new ContactList(list, at, at));

    private static ContactChange Change(ContactMark mark, ContactHappening what, string? detail = null) =>
        new(mark.At, what, mark.Message, detail);

    private static ContactMark Mark(ContactCause cause) => new(cause.At, cause.Message);

    /// <summary>The first tells how long the run is; of the others the oldest go.</summary>
    private static ImmutableArray<DateTimeOffset> Shortened(ImmutableArray<DateTimeOffset> run) =>
        run.Length <= ContactLimits.RunMax ? run : run.RemoveAt(1);

    private static ImmutableArray<T> Latest<T>(ImmutableArray<T> all, int most) =>
        all.Length <= most ? all : all.RemoveRange(0, all.Length - most);
}
