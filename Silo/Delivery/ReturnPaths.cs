using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Mail.Addresses;
using Actors.Mail.Reports.ReturnPaths;
using Actors.Silo.Configuration;
using Actors.Silo.Domains;

namespace Actors.Silo.Delivery;

/// <summary>
/// The MAIL FROM of what leaves: an address of the platform's own that names the message, so that what comes back to
/// it is known to be about it.
/// </summary>
public sealed class ReturnPaths
{
    private readonly DomainName? domain;
    private readonly ReturnPathKeys? keys;

    /// <summary>Makes the keys where there are none; without a domain there is nothing to make.</summary>
    /// <exception cref="InvalidOperationException">
    /// The file holds no keys; <see cref="MachineRules"/> says so before.
    /// </exception>
    public ReturnPaths(SiloSettings settings, IIdSource chance)
    {
        var zone = settings.Domains();
        if (!DomainName.TryParse(settings.Delivery.ReturnPathDomain, out domain) && zone.Zone is not null)
            domain = DomainName.Parse(PlatformZone.PathName(zone));
        if (domain is null)
            return;
        keys = ReturnPathKeyFile.LoadOrCreate(settings.Data, chance);
    }

    /// <param name="message">What comes back is to be about.</param>
    /// <param name="given">The sender's own: kept where no domain is configured, and where it is the null path.</param>
    /// <param name="own">The host of the tenant's own return path; null for the platform's.</param>
    public ReversePath Of(MessageKey message, ReversePath given, DomainName? own)
    {
        if (domain is null || keys is null || given.IsNull)
            return given;
        var subject = new ReturnPathSubject(
            message.Tenant.Value,
            SortableId.ToBits(message.Message.Submission.Value),
            message.Message.Recipient);
        return ReversePath.Of(EmailAddress.Parse($"{ReturnPathToken.Make(keys, subject)}@{(own ?? domain).Ascii}"));
    }
}
