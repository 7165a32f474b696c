using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Primitives;

namespace Actors.Api.Access;

/// <summary>Reads the key from the header Authorization (RFC 6750 §2.1).</summary>
internal static class BearerKey
{
    private const string Scheme = "Bearer ";
    private const int LengthMin = 20;
    private const int LengthMax = 128;

    private static readonly SearchValues<char> KeyCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

    /// <returns>False for anything that cannot be a key: it is refused without asking a grain.</returns>
    public static bool TryRead(StringValues header, [NotNullWhen(true)] out string? key)
    {
        key = null;
        if (header.Count != 1 || header[0] is not { } value ||
            !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return false;
        var rest = value.AsSpan(Scheme.Length).Trim(' ');
        if (rest.Length is < LengthMin or > LengthMax || rest.ContainsAnyExcept(KeyCharacters))
            return false;
        key = rest.ToString();
        return true;
    }
}
