namespace Actors.Grains.Users;

/// <summary>What a user is to a tenant, or to the platform.</summary>
public enum UserRole
{
    Admin = 0,

    /// <summary>Sends, keeps contacts and the blacklist, and sees messages, settings and statistics.</summary>
    Sender = 1,

    /// <summary>Statistics alone.</summary>
    Analyst = 2,

    /// <summary>Of the operator: everything the operator's key may.</summary>
    OperatorAdmin = 3,

    /// <summary>Of the operator: sees everything, changes nothing.</summary>
    OperatorSupport = 4,
}
