using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Actors.Api.Hosting;

/// <summary>Where a list goes on. Opaque to clients, so that what is inside may change.</summary>
internal static class Cursor
{
    /// <summary>Characters; a campaign's name has up to 384 octets.</summary>
    public const int LengthMax = 520;

    public static string Of(string position) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(position));

    public static bool TryRead(string text, [NotNullWhen(true)] out string? position)
    {
        position = null;
        if (text.Length > LengthMax || !Base64Url.IsValid(text))
            return false;
        position = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
        return true;
    }
}
