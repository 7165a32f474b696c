namespace Actors.Grains.Contacts;

/// <summary>Whether marketing may be sent to an address, and why not: the gravest last. Stored as the number.</summary>
public enum ContactStanding
{
    /// <summary>It counts, and is billed where it is a contact. Soft bounces leave it so.</summary>
    Active = 0,

    /// <summary>The double opt-in waits for its owner.</summary>
    Unconfirmed = 1,

    /// <summary>From all lists: its owner wants no marketing.</summary>
    Unsubscribed = 2,

    /// <summary>It does not work.</summary>
    Bounced = 3,

    /// <summary>Its owner reported a message as spam.</summary>
    Complained = 4,
}
