using Actors.Grains.Messages;
using Actors.Mail.Addresses;

namespace Actors.Grains.SmtpAccounts;

/// <param name="AnySender">Whether trusted networks may use any other, too.</param>
/// <param name="NoticeOnFailure">Whether the envelope's sender is told by mail what failed.</param>
/// <param name="Addressing">Null leaves every address as the send has it.</param>
[GenerateSerializer, Immutable, Alias("account-policy")]
public sealed record AccountPolicy(
    MailStream Stream, bool Approved, bool Paused, bool AnySender, bool NoticeOnFailure = false,
    AccountAddressing? Addressing = null)
{
    /// <summary>Mail is taken: its own server has passed a check at least once, and it is not being
    /// deleted.</summary>
    [Id(0)] public bool IsOpen { get; init; } = true;

    /// <summary>The one user that may send through it; null for all.</summary>
    [Id(1)] public string? OnlyUser { get; init; }

    /// <summary>The address its mail is sent from, whose courier takes it; null for the platform's shared
    /// ones.</summary>
    [Id(4)] public string? Source { get; init; }

    /// <summary>The address that its own server knows it by: it may stand in From once it is confirmed, whatever its
    /// domain. Null for a platform account, and where nobody logs in.</summary>
    [Id(3)] public EmailAddress? LoginAddress { get; init; }

    /// <summary>Its own server, as it is set now, has passed a check; false for a platform account.</summary>
    [Id(2)] public bool ServerPasses { get; init; }
}

/// <summary>What an account makes of a send's addresses.</summary>
[GenerateSerializer, Immutable, Alias("account-addressing")]
public sealed record AccountAddressing
{
    /// <summary>For From where the only author has an address alone; null for none.</summary>
    [Id(0)] public string? DisplayName { get; init; }

    /// <summary>For mail that has no Reply-To; null for none.</summary>
    [Id(1)] public Mailbox? ReplyTo { get; init; }

    [Id(2)] public AddressOverride? From { get; init; }
    [Id(3)] public AddressOverride? To { get; init; }

    /// <summary>Where bounces go instead of the platform, from an own account; null for a platform account.</summary>
    [Id(4)] public EmailAddress? MailFrom { get; init; }

    public bool ByOwnServer => MailFrom is not null;
}

/// <summary>A whole domain, or one address in it.</summary>
/// <param name="Address">Null for every address of the domain.</param>
[GenerateSerializer, Immutable, Alias("verified-sender")]
public sealed record VerifiedSender(DomainName Domain, EmailAddress? Address)
{
    public bool Covers(EmailAddress from) =>
        Address is null ? from.Domain == Domain : from.Key == Address.Key;
}
