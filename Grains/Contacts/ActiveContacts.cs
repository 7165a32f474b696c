namespace Actors.Grains.Contacts;

/// <summary>Which contacts count against the plan's number: pure.</summary>
public static class ActiveContacts
{
    public static bool Count(ContactState contact) =>
        contact.IsContact && contact.Standing == ContactStanding.Active;

    /// <param name="before">What was known.</param>
    /// <param name="after">What is to be stored; null to clear it.</param>
    public static bool Add(ContactState before, ContactState? after) =>
        after is not null && Count(after) && !Count(before);
}
