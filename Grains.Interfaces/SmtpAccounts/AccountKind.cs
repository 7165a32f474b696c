namespace Actors.Grains.SmtpAccounts;

/// <summary>Whose servers an account's mail leaves by; never changed once it is made. Stored as the number.</summary>
public enum AccountKind
{
    /// <summary>The platform's servers, to the recipients' exchanges.</summary>
    Platform = 0,

    /// <summary>The tenant's own SMTP server, whatever the recipient.</summary>
    Own = 1,
}
