using Actors.Grains.Submissions;
using Actors.Mail.Addresses;
using Actors.Mail.Addresses.Registries;

namespace Actors.Grains.Domains;

/// <summary>Which names may be registered as a tenant's domain.</summary>
public static class DomainNames
{
    /// <summary>Octets: selectors and hosts have to fit below it (RFC 1035 §2.3.4).</summary>
    public const int LengthMax = 190;

    // RFC 6761, RFC 6762, RFC 7686: names that are in no public DNS.
    private static readonly string[] Special = ["localhost", "local", "invalid", "onion", "arpa"];

    /// <returns>Null when it may be registered.</returns>
    public static Refusal? Refuse(DomainName domain, DomainOptions options)
    {
        if (options.Zone is null)
            return Refusal.Of(
                RefusalCode.Conflict, "The operator has set no zone for customers' records (Domains:Zone).");
        if (Why(domain, options) is not { } reason)
            return null;
        return new Refusal(
            RefusalCode.InvalidField, reason, [new FieldError("/domain", "not_a_sending_domain", reason)]);
    }

    private static string? Why(DomainName domain, DomainOptions options) =>
        domain.Ascii.Length > LengthMax
            ? $"The domain is longer than {LengthMax} octets: its records would not fit into DNS."
        : Special.Any(name => domain.Ascii == name || domain.Ascii.EndsWith("." + name, StringComparison.Ordinal))
            ? $"{domain.Unicode} is in no public DNS."
        : options.IsPlatforms(domain)
            ? $"{domain.Unicode} is the platform's own."
        : FreeMailDomains.Contains(domain, options.Suffixes)
            ? $"{domain.Unicode} belongs to a provider of mailboxes: nobody can publish records there. An SMTP account "
                + "of your own may send from the address of its login."
        : options.Suffixes.Contains(domain)
            ? $"{domain.Unicode} is a public suffix, under which anybody registers domains."
        : null;
}
