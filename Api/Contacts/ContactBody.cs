using Actors.Api.Blacklist;
using Actors.Grains.Contacts;

namespace Actors.Api.Contacts;

/// <param name="Id">con_ and 20 hexadecimal digits, the same for every spelling of the address.</param>
/// <param name="Email">As it was given first; absent once it was erased.</param>
/// <param name="IsContact">Else it is only remembered what may be sent to it.</param>
/// <param name="Standing">active, unconfirmed, unsubscribed, bounced or complained.</param>
/// <param name="Origin">api, send, import or sign_up.</param>
/// <param name="SoftBounces">When messages to it failed softly since the last delivery.</param>
/// <param name="Blacklist">Why it is on the blacklist; empty where it is not.</param>
/// <param name="Consents">The latest 10 of its double opt-in, oldest first; absent in lists.</param>
/// <param name="History">The latest 50, oldest first; absent in lists.</param>
internal sealed record ContactBody(
    string Id,
    string? Email,
    bool IsContact,
    string Standing,
    string Origin,
    DateTimeOffset CreatedAt,
    IReadOnlyDictionary<string, string> Details,
    IReadOnlyList<ContactListBody> Lists,
    IReadOnlyList<DateTimeOffset> SoftBounces,
    IReadOnlyList<BlacklistReasonBody> Blacklist,
    IReadOnlyList<ConsentBody>? Consents,
    IReadOnlyList<ContactChangeBody>? History)
{
    public static ContactBody Of(ContactView view) => InList(view) with
    {
        Consents = [.. view.Consents.Select(ConsentBody.Of)],
        History = [.. view.History.Select(change => new ContactChangeBody(
            change.At, change.What.ToText(), change.Message?.ToString(), change.Detail))],
    };

    public static ContactBody InList(ContactView view) => new(
        view.Hash.ToId(), view.Address?.ToString(), view.IsContact, view.Standing.ToText(), view.Origin.ToText(),
        view.CreatedAt, view.Details, [.. view.Lists.Select(ContactListBody.Of)], view.Run,
        [.. view.Entries.Select(BlacklistReasonBody.Of)], null, null);
}

/// <param name="Since">When it came to be on it.</param>
/// <param name="LeftAt">When its owner unsubscribed from it; absent while it is on it.</param>
internal sealed record ContactListBody(string Name, DateTimeOffset Since, DateTimeOffset? LeftAt)
{
    public static ContactListBody Of(ContactList list) => new(list.Name, list.Since, list.LeftAt);
}

/// <param name="What">Such as created, soft_bounced, bounced, complained or blacklisted.</param>
/// <param name="Message">rcp_..., that caused it; absent for none.</param>
/// <param name="Detail">Such as the category of a bounce, or a list; absent for nothing.</param>
internal sealed record ContactChangeBody(DateTimeOffset At, string What, string? Message, string? Detail);

/// <param name="At">When it was asked for.</param>
/// <param name="Source">Where, such as a page; absent for unknown.</param>
/// <param name="Text">What was agreed to; absent for unknown.</param>
/// <param name="Network">IP address of who asked; absent for unknown.</param>
/// <param name="ConfirmedFrom">IP address of who confirmed; absent for unknown.</param>
internal sealed record ConsentBody(
    DateTimeOffset At, string? Source, string? Text, string? Network, IReadOnlyList<string> Lists,
    DateTimeOffset ConfirmedAt, string? ConfirmedFrom)
{
    public static ConsentBody Of(GivenConsent consent) => new(
        consent.At, consent.Source, consent.Text, consent.Network, consent.Lists, consent.ConfirmedAt,
        consent.ConfirmedFrom);
}
