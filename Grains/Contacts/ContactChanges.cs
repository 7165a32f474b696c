using System.Collections.Immutable;
using Actors.Grains.Submissions;

namespace Actors.Grains.Contacts;

/// <summary>What a tenant says of a contact: pure. A rule that changes nothing gives back the very state it was
/// given.</summary>
public static class ContactChanges
{
    /// <summary>Whether a contact or a manual entry of the blacklist comes to be by it that is not there.</summary>
    public static bool Makes(ContactState contact, ContactCommand command, DateTimeOffset now) => command switch
    {
        ContactCommand.Put => !contact.IsContact,
        ContactCommand.Block => contact.Blocked?.Holds(now) != true,
        _ => false,
    };

    public static ContactState Put(ContactState contact, ContactCommand.Put put, DateTimeOffset now)
    {
        var next = ContactRules.Known(contact, put.Address, put.Origin, now) with
        {
            IsContact = true,
            Details = contact.Details.SetItems(put.Details),
            Lists = Joined(contact.Lists, put.Lists, now),
        };
        if (!contact.IsContact)
            return ContactRules.Noted(next, new ContactChange(now, ContactHappening.Created));
        return Noted(contact, next, now);
    }

    public static ContactState Change(ContactState contact, ContactCommand.Change change, DateTimeOffset now) =>
        Noted(contact, contact with
        {
            Details = change.Details is { } details ? Merged(contact.Details, details) : contact.Details,
            Lists = change.Lists is { } lists ? Only(contact.Lists, lists, now) : contact.Lists,
        }, now);

    /// <remarks>The address of a person that was erased stays unknown.</remarks>
    public static ContactState Leave(ContactState contact, ContactCommand.Leave leave, DateTimeOffset now) =>
        ContactRules.Unsubscribed(
            contact.CreatedAt == default
                ? ContactRules.Known(contact, leave.Address, ContactOrigin.Api, now)
                : contact,
            new ContactMark(now, Message: null), leave.List);

    /// <summary>Null where it is fit to be stored.</summary>
    public static Refusal? Check(ContactState contact) =>
        contact.Details.Count > ContactLimits.DetailsMax
            ? TooMany("/details", $"A contact has at most {ContactLimits.DetailsMax} details.")
        : contact.Lists.Length > ContactLimits.ListsMax
            ? TooMany("/lists", $"A contact has at most {ContactLimits.ListsMax} lists, those it has left among them.")
        : null;

    /// <returns>What has to be kept, so that the address is still not written to; null when that is nothing.</returns>
    public static ContactState? Erase(ContactState contact)
    {
        var left = contact.Lists.RemoveAll(one => one.LeftAt is null);
        if (contact.Blacklist == BlacklistReasons.None && left.IsEmpty)
            return null;
        var kept = new ContactState
        {
            BlockedDomain = contact.BlockedDomain,
            Origin = contact.Origin,
            CreatedAt = contact.CreatedAt,
            Lists = left,
            Unsubscribed = contact.Unsubscribed,
            Bounced = contact.Bounced,
            Complained = contact.Complained,
            Blocked = contact.Blocked is { } blocked ? blocked with { Note = null } : null,
        };
        return contact.Address is null && contact.History.IsEmpty ? contact : kept;
    }

    private static Refusal TooMany(string pointer, string detail) =>
        new(RefusalCode.InvalidField, detail, [new FieldError(pointer, "too_many", detail)]);

    private static ContactState Noted(ContactState before, ContactState after, DateTimeOffset now) =>
        before.Address == after.Address && before.Lists.SequenceEqual(after.Lists)
            && before.Details.Count == after.Details.Count && !after.Details.Except(before.Details).Any()
            ? before
            : ContactRules.Noted(after, new ContactChange(now, ContactHappening.Changed));

    private static ImmutableDictionary<string, string> Merged(
        ImmutableDictionary<string, string> details, ImmutableDictionary<string, string?> changes)
    {
        foreach (var (name, value) in changes)
            details = value is null ? details.Remove(name) : details.SetItem(name, value);
        return details;
    }

    private static ImmutableArray<ContactList> Joined(
        ImmutableArray<ContactList> lists, ImmutableArray<string> names, DateTimeOffset now) =>
        lists.AddRange(names.Distinct().Where(name => lists.All(one => one.Name != name))
            .Select(name => new ContactList(name, now, null)));

    private static ImmutableArray<ContactList> Only(
        ImmutableArray<ContactList> lists, ImmutableArray<string> names, DateTimeOffset now) =>
        Joined(lists.RemoveAll(one => one.LeftAt is null && !names.Contains(one.Name)), names, now);
}
