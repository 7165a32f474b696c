using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Senders;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tenants;

/// <summary>Which ways out a tenant can choose: pure.</summary>
public static class WayOutRules
{
    /// <param name="platform">What the operator has set.</param>
    /// <param name="neutral">The platform's white-label domain; null where there is none.</param>
    public static Refusal? Refuse(TenantId tenant, TenantWay way, DomainOptions platform, DomainPolicy? neutral) =>
        way.Way == WayOut.Automatic
            ? Field("/way_out", "unknown_value", "The value has to be platform, white_label, hosted or own.")
        : way.Account is null && way.Way == WayOut.Own
            ? Field("/smtp_account", "missing", "Name the SMTP account whose server mail leaves by.")
        : way.Account is not null && way.Way != WayOut.Own
            ? Field("/smtp_account", "not_allowed", "An SMTP account belongs to the way own alone.")
        : way.Way is not (WayOut.Platform or WayOut.WhiteLabel)
            ? null
        : way.Way == WayOut.WhiteLabel && neutral is not { MaySend: true }
            ? Refusal.Of(RefusalCode.Conflict, "The operator has no white-label domain that is verified.")
        : Address(tenant, way.Way, platform) is null
            ? Refusal.Of(RefusalCode.Conflict, "The tenant has no address at the platform's domain.")
        : null;

    /// <returns>What stands in From for addresses that are not proved; null where the way has none.</returns>
    public static EmailAddress? Address(TenantId tenant, WayOut way, DomainOptions platform) => way switch
    {
        WayOut.Platform => PlatformAddresses.Of(tenant, platform.Zone, platform),
        WayOut.WhiteLabel => PlatformAddresses.Of(tenant, platform.WhiteLabel, platform),
        _ => null,
    };

    public static Refusal NoOwnServer(AccountId account) =>
        Field("/smtp_account", "unknown_account", $"{account} is no SMTP account with a server of its own.");

    public static Refusal Field(string pointer, string code, string detail) =>
        new(RefusalCode.InvalidField, detail, [new FieldError(pointer, code, detail)]);
}
