namespace Actors.Grains.SmtpAccounts;

/// <summary>What an account does at present: the first of these that is true of it.</summary>
public enum AccountStatus
{
    /// <summary>Mail is taken and sent.</summary>
    Active = 0,

    /// <summary>Asked for; nothing is taken before the operator has approved it.</summary>
    Waiting = 1,

    /// <summary>The operator has declined it; nothing is taken.</summary>
    Declined = 2,

    /// <summary>Blocked by the operator: mail is taken and held.</summary>
    Blocked = 3,

    /// <summary>Switched off by the tenant: mail is taken and held.</summary>
    Off = 4,

    /// <summary>Its server has not passed a check: nothing is taken before the first, mail is held before a later
    /// one.</summary>
    Unchecked = 5,

    /// <summary>It is being deleted: nothing is taken, mail is held until it is dropped.</summary>
    Closing = 6,
}
