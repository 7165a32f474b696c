namespace Actors.Grains.Contacts;

/// <summary>Why an address, or a domain, is on the blacklist. Stored as the number: only append.</summary>
[Flags]
public enum BlacklistReasons
{
    None = 0,
    HardBounce = 1,
    Complaint = 2,
    Unsubscribe = 4,

    /// <summary>Put there by the tenant; the only one that a domain can have, and that expires.</summary>
    Manual = 8,

    All = HardBounce | Complaint | Unsubscribe | Manual,
}
