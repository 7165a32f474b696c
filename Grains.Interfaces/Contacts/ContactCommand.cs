using System.Collections.Immutable;
using Actors.Mail.Addresses;

namespace Actors.Grains.Contacts;

/// <summary>What a tenant asks of a contact: a closed set. Repeating one changes nothing.</summary>
[GenerateSerializer, Immutable, Alias("contact-command")]
public abstract record ContactCommand
{
    private ContactCommand() { }

    /// <summary>Makes a contact of the address, or brings the one that is there up to date: details that are named
    /// take the place of those before, and lists are added.</summary>
    [GenerateSerializer, Immutable, Alias("contact-command-put")]
    public sealed record Put(
        EmailAddress Address, ImmutableDictionary<string, string> Details, ImmutableArray<string> Lists,
        ContactOrigin Origin) : ContactCommand;

    /// <param name="Details">A value of null removes the detail; null leaves all as they are.</param>
    /// <param name="Lists">All it is to be on; null leaves them as they are. One its owner has left stays
    /// left.</param>
    [GenerateSerializer, Immutable, Alias("contact-command-change")]
    public sealed record Change(
        ImmutableDictionary<string, string?>? Details, ImmutableArray<string>? Lists) : ContactCommand;

    /// <summary>Somebody says that its owner wants marketing: of an address that is not known yet it makes a contact
    /// that has to confirm. Of any other it changes nothing; at a domain on the blacklist it is not found.</summary>
    [GenerateSerializer, Immutable, Alias("contact-command-sign-up")]
    public sealed record SignUp(EmailAddress Address) : ContactCommand;

    /// <summary>Its owner wants marketing, of the lists that the consent names: it is active from now on, unless it has
    /// bounced or complained. Who had left all is on these alone.</summary>
    /// <param name="Details">Take the place of those before of the same names.</param>
    [GenerateSerializer, Immutable, Alias("contact-command-confirm")]
    public sealed record Confirm(
        ImmutableDictionary<string, string> Details, GivenConsent Consent) : ContactCommand;

    /// <summary>Its owner has told the tenant itself that marketing is not wanted any more.</summary>
    /// <param name="Address">One that was not known is remembered, and becomes no contact.</param>
    /// <param name="List">Null for all.</param>
    [GenerateSerializer, Immutable, Alias("contact-command-leave")]
    public sealed record Leave(EmailAddress Address, string? List) : ContactCommand;

    /// <summary>Puts the address, or the domain, on the blacklist.</summary>
    /// <param name="Address">Null for a domain.</param>
    /// <param name="Domain">Null for an address.</param>
    /// <param name="Until">Null for ever.</param>
    [GenerateSerializer, Immutable, Alias("contact-command-block")]
    public sealed record Block(
        EmailAddress? Address, DomainName? Domain, string? Note, DateTimeOffset? Until) : ContactCommand;

    /// <summary>Takes it from the blacklist. What a complaint put there stays.</summary>
    [GenerateSerializer, Immutable, Alias("contact-command-unblock")]
    public sealed record Unblock(BlacklistReasons Reasons) : ContactCommand;

    /// <summary>Forgets the person: address, details, lists and history. What may not be sent to it stays, under its
    /// hash.</summary>
    [GenerateSerializer, Immutable, Alias("contact-command-erase")]
    public sealed record Erase : ContactCommand;
}
