using Actors.Api.Hosting;
using Actors.Grains.Contacts;
using Actors.Mail.Addresses;

namespace Actors.Api.Contacts;

/// <summary>What the endpoints on contacts share.</summary>
internal static class ContactPath
{
    public const string Tag = "Contacts";

    /// <summary>By its id, or by its address in any spelling.</summary>
    /// <returns>Null where the path names neither.</returns>
    public static IContactGrain? Find(Call call) => HashOf(call.Segment("contact")) is { } hash
        ? Of(call, hash)
        : null;

    public static ContactHash? HashOf(string text) =>
        ContactHash.TryParseId(text, out var hash) ? hash
        : EmailAddress.TryParse(text, out var address) ? ContactHash.Of(address)
        : null;

    public static IContactGrain Of(Call call, ContactHash hash) =>
        call.Grains.Contact(new ContactKey(call.Tenant, hash));

    public static bool TryReadCursor(string text, out ContactHash hash)
    {
        hash = default;
        return Cursor.TryRead(text, out var position) && ContactHash.TryParse(position, out hash);
    }
}
