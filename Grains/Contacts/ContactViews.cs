namespace Actors.Grains.Contacts;

public static class ContactViews
{
    public static ContactView Of(ContactHash hash, ContactState contact, DateTimeOffset now) => new(
        hash, contact.Address, contact.BlockedDomain ?? contact.Address?.Domain, contact.IsContact, contact.Standing,
        contact.Origin, contact.CreatedAt, contact.Details, contact.Lists, contact.Run,
        ContactBlocks.Entries(contact, now), contact.Consents, contact.History);
}
