namespace Actors.Grains.StandardEmails;

/// <summary>A mail that is sent for a reason of its own, with words that a tenant may change.</summary>
public enum StandardEmailKind
{
    /// <summary>Asks who reads an address whether mail may be sent from it.</summary>
    SenderConfirmation = 0,

    DomainVerified = 1,
    DomainBroken = 2,

    /// <summary>Asks somebody to become a user.</summary>
    Invitation = 3,

    PasswordReset = 4,

    /// <summary>Asks a user whether the address is theirs.</summary>
    UserEmailVerification = 5,

    /// <summary>Asks who reads an address whether test messages may be sent to it.</summary>
    TestAddressConfirmation = 6,

    AccountApproved = 7,
    AccountBlocked = 8,
    AllowanceReached = 9,

    /// <summary>An S/MIME certificate of a sender.</summary>
    CertificateExpiring = 10,

    PlanChanged = 11,
    TestMessage = 12,

    /// <summary>The tenant's own, to somebody who wants to be on a list.</summary>
    SubscriptionConfirmation = 13,

    /// <summary>The tenant's own, to somebody who is on a list now.</summary>
    Welcome = 14,

    /// <summary>The tenant's own, to somebody who left a list.</summary>
    Unsubscribed = 15,

    /// <summary>The rates of an account come near those it is blocked at.</summary>
    AccountWarned = 16,
}
