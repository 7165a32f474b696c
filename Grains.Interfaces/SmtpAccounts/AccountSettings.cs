using Actors.Grains.Messages;
using Actors.Mail.Addresses;

namespace Actors.Grains.SmtpAccounts;

/// <summary>What a tenant sets of its account. Without secrets.</summary>
[GenerateSerializer, Immutable, Alias("account-settings")]
public sealed record AccountSettings
{
    [Id(0)] public string Name { get; init; } = "";

    /// <summary>MAIL FROM of an own account; else for people. Null where an account from before has none.</summary>
    [Id(1)] public EmailAddress? Email { get; init; }

    /// <summary>For From where a send over HTTP gives an address alone; null for none.</summary>
    [Id(2)] public string? DisplayName { get; init; }

    /// <summary>For sends over HTTP that name no Reply-To; null for none.</summary>
    [Id(3)] public Mailbox? ReplyTo { get; init; }

    [Id(4)] public MailStream Stream { get; init; }

    /// <summary>Sent from an address of the tenant's own, which is an add-on; platform accounts only.</summary>
    [Id(5)] public bool DedicatedIp { get; init; }

    /// <summary>Null leaves From as the send has it; platform accounts only.</summary>
    [Id(6)] public AddressOverride? OverrideFrom { get; init; }

    /// <summary>Null leaves To as the send has it; platform accounts only.</summary>
    [Id(7)] public AddressOverride? OverrideTo { get; init; }

    /// <summary>Set exactly for an own account.</summary>
    [Id(8)] public OwnServer? Server { get; init; }

    /// <summary>Whether the tenant's other users may see and use it; always for a platform account.</summary>
    [Id(9)] public bool Shared { get; init; } = true;

    public AccountKind Kind => Server is null ? AccountKind.Platform : AccountKind.Own;
}

/// <summary>An address taken from what a send says of its recipient (<c>details</c>).</summary>
/// <param name="EmailDetail">The detail that holds the address.</param>
/// <param name="NameDetail">The detail that holds the name; null for none.</param>
/// <param name="Fallback">For recipients without that detail, or with a value that is no address; null for what the
/// send itself says.</param>
[GenerateSerializer, Immutable, Alias("address-override")]
public sealed record AddressOverride(string EmailDetail, string? NameDetail, Mailbox? Fallback);
