using Actors.Mail.Addresses;

namespace Actors.Grains.SmtpAccounts;

/// <summary>A tenant asks for an account.</summary>
/// <param name="RequestedBy">Who is told by mail what becomes of it; null for the tenant's contact.</param>
/// <param name="OwnerUser">The user that asks; null for a key.</param>
[GenerateSerializer, Immutable, Alias("account-request")]
public sealed record AccountRequest(
    AccountSettings Settings, AccountSecrets Secrets, EmailAddress? RequestedBy, string? OwnerUser);

/// <summary>Passwords on their way in; stored sealed, and never shown.</summary>
/// <param name="Password">Of the server's login; null leaves the stored one.</param>
/// <param name="ProxyPassword">Null leaves the stored one.</param>
[GenerateSerializer, Immutable, Alias("account-secrets")]
public sealed record AccountSecrets(string? Password, string? ProxyPassword)
{
    public static AccountSecrets None { get; } = new(null, null);

    /// <summary>Without the secrets, for logs.</summary>
    public override string ToString() => nameof(AccountSecrets);
}
