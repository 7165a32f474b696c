using System.Collections.Concurrent;
using System.Text;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Dkim.Keys;
using Actors.Mail.Authentication.Dkim.Signing;

namespace Actors.Silo.Domains;

/// <summary>What mail of tenants' domains leaves with, remembered: a private key is opened once, and a message asks no
/// grain.</summary>
/// <remarks>A change in this process counts at once, one of another process after <see cref="Fresh"/>. Signers that
/// are replaced may still sign: the collector takes them.</remarks>
public sealed class SendingDomains(
    IGrainFactory grains, DomainOptions options, ISecretBox secrets, TimeProvider time, ILogger<SendingDomains> log)
    : IDomainDirectory
{
    /// <summary>How long an answer counts without asking again.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    /// <summary>Names remembered; beyond it everything is forgotten and asked for anew.</summary>
    public const int NamesMax = 20_000;

    /// <summary>Names above the one in From that are looked at.</summary>
    private const int ParentsMax = 8;

    private readonly ConcurrentDictionary<DomainKey, Known> known = new();

    /// <param name="author">The domain of From. Null where that is not known.</param>
    /// <returns>Null where neither it nor one above it is a domain of the tenant's.</returns>
    public ValueTask<SendingDomain?> Of(TenantId tenant, DomainName? author)
    {
        if (author is null)
            return new ValueTask<SendingDomain?>((SendingDomain?)null);
        var key = new DomainKey(IsPlatforms(author) ? PlatformSender.Tenant : tenant, author);
        return known.TryGetValue(key, out var entry) && time.GetElapsedTime(entry.At) < Fresh
            ? new ValueTask<SendingDomain?>(entry.Domain)
            : Ask(key, entry?.Domain);
    }

    public void Forget(DomainKey domain)
    {
        foreach (var (key, entry) in known)
            if (key.Tenant == domain.Tenant && (key.Domain.Equals(domain.Domain) || IsBelow(key.Domain, domain.Domain)))
                known[key] = entry with { At = long.MinValue / 2 };
    }

    private bool IsPlatforms(DomainName author) => options.IsOurs(author) || author.Equals(options.WhiteLabel);

    private static bool IsBelow(DomainName name, DomainName above) =>
        name.Ascii.EndsWith("." + above.Ascii, StringComparison.Ordinal);

    private async ValueTask<SendingDomain?> Ask(DomainKey key, SendingDomain? before)
    {
        var at = time.GetTimestamp();
        SendingDomain? found = null;
        var name = key.Domain;
        for (var i = 0; i < ParentsMax && found is null; i++)
        {
            var domain = key with { Domain = name };
            if (await grains.GetGrain<IDomainGrain>(domain.ToString()).Delivery() is { } delivery)
                found = before?.Version == delivery.Version ? before : Open(domain, delivery);
            var dot = name.Ascii.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0 || !DomainName.TryParse(name.Ascii[(dot + 1)..], out name!)
                || !name.Ascii.Contains('.', StringComparison.Ordinal))
                break;
        }
        if (known.Count >= NamesMax)
            known.Clear();
        known[key] = new Known(found, at);
        return found;
    }

    private SendingDomain Open(DomainKey domain, DomainDelivery delivery)
    {
        var signers = new List<DkimSigner>();
        foreach (var key in delivery.Keys)
            if (secrets.Open(DomainSecrets.KeyPurpose(domain), key.Sealed) is { } pem
                && PrivateKey.TryReadPem(Encoding.ASCII.GetString(pem), out var opened, out _))
                signers.Add(new DkimSigner(domain.Domain, Selector.Parse(key.Selector), opened));
            else
                log.LogError("a key of {Domain} cannot be opened: its mail goes out without it", domain);
        return new SendingDomain(
            delivery.Version, delivery.IsHeld,
            DomainName.TryParse(delivery.ReturnPathHost, out var host) ? host : null, signers.ToArray());
    }

    private sealed record Known(SendingDomain? Domain, long At);
}
