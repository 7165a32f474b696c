namespace Actors.Grains.Links;

/// <summary>What following a link does.</summary>
public enum LinkPurpose
{
    /// <summary>Proves access to a sender's mailbox.</summary>
    SenderConfirmation = 0,

    /// <summary>Proves access to a mailbox that test messages may go to.</summary>
    TestAddress = 1,

    /// <summary>Proves that a user has the address it changes to.</summary>
    UserAddress = 2,

    /// <summary>Joins a tenant as a user.</summary>
    Invitation = 3,

    /// <summary>Sets a new password.</summary>
    PasswordReset = 4,

    /// <summary>Shows a domain's records to who administers it.</summary>
    DomainShare = 5,

    /// <summary>Says that its reader wants to be on a tenant's lists.</summary>
    Subscription = 6,
}
