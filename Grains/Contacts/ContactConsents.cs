using System.Collections.Immutable;
using Actors.Mail.Addresses;

namespace Actors.Grains.Contacts;

/// <summary>Double opt-in: pure.</summary>
public static class ContactConsents
{
    /// <summary>The very state it was given, where the address is a contact already, or may not be written
    /// to.</summary>
    public static ContactState SignUp(ContactState contact, EmailAddress address, DateTimeOffset now)
    {
        if (contact.IsContact || contact.Bounced is not null || contact.Complained is not null
            || contact.Blocked?.Holds(now) == true)
            return contact;
        var known = ContactRules.Known(contact, address, ContactOrigin.SignUp, now) with
        {
            IsContact = true,
            Unconfirmed = new ContactMark(now, null),
        };
        return ContactRules.Noted(known, new ContactChange(now, ContactHappening.Created));
    }

    public static ContactState Confirm(ContactState contact, ContactCommand.Confirm confirm)
    {
        var consent = confirm.Consent;
        if (contact.Consents.Any(one => one.At == consent.At))
            return contact; // told again after a crash
        var next = contact with
        {
            Unconfirmed = null,
            Unsubscribed = null,
            Causes = ContactRules.WithoutLeaving(contact.Causes),
            Consents = Latest(contact.Consents.Add(consent)),
        };
        var joined = next with
        {
            Details = contact.Details.SetItems(confirm.Details),
            Lists = Joined(contact, consent),
        };
        var fits = ContactChanges.Check(joined) is null; // what there is no room for is not worth the consent
        return ContactRules.Noted(
            fits ? joined : next,
            new ContactChange(
                consent.ConfirmedAt, ContactHappening.Confirmed,
                Detail: consent.Lists.IsEmpty ? null : string.Join(", ", consent.Lists)));
    }

    private static ImmutableArray<ContactList> Joined(ContactState contact, GivenConsent consent)
    {
        var left = contact.Unsubscribed?.At;
        var others = contact.Lists.Where(one => !consent.Lists.Contains(one.Name))
            .Select(one => one with { LeftAt = one.LeftAt ?? left });
        var wanted = consent.Lists.Select(name =>
            contact.Lists.FirstOrDefault(one => one.Name == name && one.LeftAt is null)
            ?? new ContactList(name, consent.ConfirmedAt, null));
        return [.. others, .. wanted];
    }

    private static ImmutableArray<GivenConsent> Latest(ImmutableArray<GivenConsent> all) =>
        all.Length <= ContactLimits.ConsentsMax ? all : all.RemoveAt(0);
}
