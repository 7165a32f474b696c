using System.Globalization;
using Actors.Grains.Contacts;
using Actors.Grains.Couriers;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Mail.Addresses;
using Actors.Mail.Macs;
using Actors.Mail.Reports.ReturnPaths;
using Actors.Silo.Configuration;
using Actors.Silo.Domains;
using Actors.Silo.Secrets;

namespace Actors.Silo.Delivery;

/// <summary>
/// The MAIL FROM of what leaves: an address of the platform's own that names the message, so that what comes back to
/// it is known to be about it.
/// </summary>
public sealed class ReturnPaths
{
    private const int ContactDigits = 12;

    /// <summary>Makes the keys where there are none; without a domain there is nothing to make.</summary>
    /// <exception cref="InvalidOperationException">
    /// The file holds no keys; <see cref="MachineRules"/> says so before.
    /// </exception>
    public ReturnPaths(SiloSettings settings, LifecycleOptions options, IIdSource chance)
    {
        var zone = settings.Domains();
        if (DomainName.TryParse(settings.Delivery.ReturnPathDomain, out var domain))
            Domain = domain;
        else if (zone.Zone is not null)
            Domain = DomainName.Parse(PlatformZone.PathName(zone));
        if (settings.Inbound.Listen.Length > 0)
            Sandbox = DomainName.Parse(SandboxName(options));
        if ((Domain ?? Sandbox) is not null)
            Keys = MacKeyFile.ReturnPaths.LoadOrCreate(settings.Data, chance);
    }

    /// <summary>Where bounces are to come to, but for those to hosts of tenants' own; null where that is not
    /// configured.</summary>
    public DomainName? Domain { get; }

    /// <summary>The same for mail to the sandbox, which finds this server without DNS; null where it is to have the
    /// domain of all other mail, because this server takes no reports.</summary>
    public DomainName? Sandbox { get; }

    /// <summary>Null where no return path is made.</summary>
    public MacKeys? Keys { get; }

    /// <summary>The domain of <see cref="Sandbox"/>.</summary>
    public static string SandboxName(LifecycleOptions options) => $"bounces.{options.SandboxDomain}";

    /// <param name="order">Its message is what comes back is to be about. Its sender's own path is kept where no domain
    /// is configured, and where it is the null path.</param>
    /// <param name="own">The host of the tenant's own return path; null for the platform's.</param>
    public ReversePath Of(DeliveryOrder order, DomainName? own)
    {
        if ((own ?? Domain) is not { } host || Keys is null || order.ReversePath.IsNull)
            return order.ReversePath;
        var subject = new ReturnPathSubject(
            order.Message.Tenant.Value,
            SortableId.ToBits(order.Message.Message.Submission.Value),
            order.Message.Message.Recipient,
            ContactOf(order.Recipient),
            ReturnPathToken.OctetOf(order.Account.Value));
        return ReversePath.Of(EmailAddress.Parse($"{ReturnPathToken.Make(Keys, subject)}@{host.Ascii}"));
    }

    /// <summary>The first 48 bits of the recipient's hash.</summary>
    public static long ContactOf(EmailAddress recipient) => long.Parse(
        ContactHash.Of(recipient).Value.AsSpan(0, ContactDigits), NumberStyles.AllowHexSpecifier,
        CultureInfo.InvariantCulture);
}
