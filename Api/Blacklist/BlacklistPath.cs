using Actors.Api.Contacts;
using Actors.Api.Hosting;
using Actors.Grains.Contacts;
using Actors.Mail.Addresses;

namespace Actors.Api.Blacklist;

/// <summary>What the endpoints on the blacklist share.</summary>
internal static class BlacklistPath
{
    public const string Tag = "Blacklist";

    /// <summary>By its id, its address in any spelling, or its domain.</summary>
    /// <returns>Null where the path names none of them.</returns>
    public static IContactGrain? Find(Call call)
    {
        var text = call.Segment("entry");
        return ContactPath.HashOf(text) is { } hash ? ContactPath.Of(call, hash)
            : DomainName.TryParse(text, out var domain) ? ContactPath.Of(call, ContactHash.Of(domain))
            : null;
    }
}
