using System.Collections.Immutable;
using Actors.Grains.Alarms;
using Actors.Grains.Answers;
using Actors.Grains.Departures;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Domains;

/// <summary>A domain that a tenant sends from: what it has to publish, whether it does, and what its mail is signed
/// with.</summary>
/// <remarks>Key: <see cref="Ids.DomainKey"/>.</remarks>
[Alias("domain")]
public interface IDomainGrain : IAlarmed, ITenantPart
{
    /// <summary>Repeating it changes nothing.</summary>
    Task<Answer<DomainView>> Register(DomainDraft draft);

    Task<Answer<DomainView>> Get();

    Task<Answer<DomainView>> Change(DomainChange change);

    /// <summary>Looks now, also after it had failed; the outcome shows in the domain.</summary>
    Task<Answer<DomainView>> VerifyNow();

    /// <returns>Null when it is gone.</returns>
    Task<Refusal?> Delete(string? ifMatch);

    /// <returns>Null where the tenant has no such domain.</returns>
    [ReadOnly]
    Task<DomainPolicy?> Policy();

    /// <summary>A sender of it is about to be registered: until <see cref="SenderSettled"/>, or a while, the domain is
    /// not removed.</summary>
    /// <returns>As <see cref="Policy"/>.</returns>
    Task<DomainPolicy?> AdmitSender(SenderId sender);

    /// <summary>The sender is registered, or is not going to be.</summary>
    Task SenderSettled(SenderId sender);

    /// <summary>For who delivers: what its mail leaves with.</summary>
    /// <returns>Null where the tenant has no such domain.</returns>
    [ReadOnly]
    Task<DomainDelivery?> Delivery();

    /// <summary>What the platform's own zone has for it.</summary>
    [ReadOnly]
    Task<ImmutableArray<ZoneEntry>> Zone();

    Task<Answer<IssuedShare>> Share(int days);

    Task<Refusal?> RevokeShare(string id);

    /// <param name="hash">Of the token in a share link.</param>
    [ReadOnly]
    Task<SharedDomain> Shared(string hash);

    /// <summary>Told by who looked, made keys or changed the zone. What is of another ticket counts for
    /// nothing.</summary>
    Task Report(DomainReport report);
}

/// <param name="ReturnPathLabel">Host of MAIL FROM below the domain; null for the usual one.</param>
/// <param name="TrackingLabel">Host of tracked links below the domain; null for the usual one.</param>
/// <param name="Notify">Who is told when the domain is verified or breaks; null for nobody.</param>
[GenerateSerializer, Immutable, Alias("domain-draft")]
public sealed record DomainDraft(
    string? ReturnPathLabel = null, string? TrackingLabel = null, EmailAddress? Notify = null);

/// <summary>What is to change; null stays as it is.</summary>
[GenerateSerializer, Immutable, Alias("domain-change")]
public sealed record DomainChange
{
    [Id(0)] public string? IfMatch { get; init; }
    [Id(1)] public WayOut? WayOut { get; init; }
    [Id(2)] public string? ReturnPathLabel { get; init; }
    [Id(3)] public string? TrackingLabel { get; init; }

    /// <summary>Empty for the platform's choice. An add-on.</summary>
    [Id(4)] public string? Selector { get; init; }

    /// <summary>An address; empty for the platform's. An add-on.</summary>
    [Id(5)] public string? DmarcReports { get; init; }

    [Id(6)] public EmailAddress? Notify { get; init; }
    [Id(7)] public bool? AnySender { get; init; }

    /// <summary>The own account of <see cref="Domains.WayOut.Own"/>, given exactly with that way.</summary>
    [Id(8)] public AccountId? Account { get; init; }
}

/// <summary>Whether mail may be sent from a domain.</summary>
/// <param name="MaySend">It is verified, or was and is broken since: From at it is accepted.</param>
/// <param name="IsHeld">What is accepted waits until the domain is whole again.</param>
/// <param name="AnySender">Every address in it may be used, registered or not.</param>
/// <param name="Account">The own account its mail leaves by; null for every other way.</param>
[GenerateSerializer, Immutable, Alias("domain-policy")]
public sealed record DomainPolicy(
    DomainStatus Status, bool MaySend, bool IsHeld, WayOut WayOut, bool AnySender = false, AccountId? Account = null);

/// <param name="Version">Grows with every change.</param>
/// <param name="ReturnPathHost">Null while MAIL FROM is to be the platform's.</param>
/// <param name="Keys">What signs; none before the domain was verified.</param>
[GenerateSerializer, Immutable, Alias("domain-delivery")]
public sealed record DomainDelivery(
    long Version, bool IsHeld, string? ReturnPathHost, ImmutableArray<SealedKey> Keys);

/// <param name="Sealed">A private key in PEM form, for the purpose <see cref="DomainSecrets.KeyPurpose"/>.</param>
[GenerateSerializer, Immutable, Alias("sealed-key")]
public sealed record SealedKey(string Selector, string Sealed);

/// <param name="View">Null unless the link is open.</param>
[GenerateSerializer, Immutable, Alias("shared-domain")]
public sealed record SharedDomain(LinkStanding Standing, DomainView? View);

/// <summary>A record of the platform's own zone.</summary>
/// <param name="Name">A-labels without final dot.</param>
/// <param name="Type">TXT, MX, CNAME, A, AAAA or NS.</param>
/// <param name="Value">As in a zone file, names without final dot, a text without quotes.</param>
[GenerateSerializer, Immutable, Alias("zone-entry")]
public sealed record ZoneEntry(string Name, string Type, string Value);
