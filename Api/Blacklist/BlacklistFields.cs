using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Grains.Contacts;
using Actors.Mail.Addresses;

namespace Actors.Api.Blacklist;

/// <summary>Reads an entry for the blacklist.</summary>
internal static class BlacklistFields
{
    /// <returns>Null where something is wrong: then the fields tell of it.</returns>
    public static ContactCommand.Block? Read(Fields fields, Call call)
    {
        var address = fields.Has("email") ? fields.Address("email") : null;
        var domain = Domain(fields);
        if (fields.Has("email") == fields.Has("domain"))
            fields.Error<string>("email", "one_of", "An entry is of an email or of a domain.");
        var note = fields.NameOrNull("note", ContactLimits.NoteLengthMax);
        var until = fields.TimeOrNull("expires_at");
        if (until <= call.Gateway.Time.GetUtcNow())
            fields.Error<string>("expires_at", "in_the_past", "The time lies in the past.");
        return address is null && domain is null ? null : new ContactCommand.Block(address, domain, note, until);
    }

    public static IContactGrain GrainOf(Call call, ContactCommand.Block block) => call.Grains.Contact(
        block.Address is { } address
            ? ContactKey.Of(call.Tenant, address)
            : ContactKey.Of(call.Tenant, block.Domain!));

    private static DomainName? Domain(Fields fields) =>
        fields.TextOrNull("domain", AddressLimits.DomainOctetsMax) is not { } text ? null
        : DomainName.TryParse(text, out var domain) ? domain
        : fields.Error<DomainName>("domain", "domain_syntax", "This is no domain.");
}
