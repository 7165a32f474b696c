namespace Actors.Grains.Links;

/// <summary>What a link is worth at present, as the grain it leads to says.</summary>
public enum LinkStanding
{
    /// <summary>It may be followed.</summary>
    Open = 0,

    /// <summary>It has done its work; following it again changes nothing.</summary>
    Used = 1,

    /// <summary>It is too old.</summary>
    Expired = 2,

    /// <summary>Withdrawn, replaced by a later one, or never given out.</summary>
    Unknown = 3,

    /// <summary>Whoever it went to is a user of as many tenants as there may be; it stays open.</summary>
    NoRoom = 4,

    /// <summary>The tenant's plan includes no more active contacts; it stays open.</summary>
    NoContactsLeft = 5,
}
