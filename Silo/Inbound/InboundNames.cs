using System.Collections.Frozen;
using Actors.Grains.Domains;
using Actors.Mail.Addresses;
using Actors.Silo.Configuration;
using Actors.Silo.Delivery;

namespace Actors.Silo.Inbound;

/// <summary>The platform's own names at which mail is taken.</summary>
public sealed class InboundNames
{
    private readonly FrozenSet<string> hosts;
    private readonly FrozenSet<string> feedback;
    private readonly string? tenants;

    public InboundNames(SiloSettings settings, DomainOptions domains, ReturnPaths paths)
    {
        DomainName?[] names = [paths.Domain, paths.Sandbox, DomainName.Parse(settings.HostName)];
        hosts = names.OfType<DomainName>().Select(name => name.Ascii).ToFrozenSet();
        tenants = domains.Zone is null ? null : "." + PlatformZone.PathName(domains);
        feedback = DeliverySettingsParsing.Parts(settings.Inbound.FeedbackAddresses)
            .Select(text => EmailAddress.Parse(text).Key).ToFrozenSet();
    }

    /// <summary>The server's name, the platform's return-path domain, and what tenants' hosts lead to there: a server
    /// may write the name that an alias leads to (RFC 5321 §3.6.1 allowed it once).</summary>
    public bool IsHost(DomainName domain) => hosts.Contains(domain.Ascii)
        || (tenants is not null && domain.Ascii.EndsWith(tenants, StringComparison.Ordinal));

    public bool IsFeedback(EmailAddress address) => feedback.Contains(address.Key);
}
