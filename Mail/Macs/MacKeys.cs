using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Actors.Mail.Macs;

/// <summary>Keys of one purpose: the last makes new tokens, all recognise what they have made.</summary>
/// <remarks>
/// A key is replaced by adding another. The old one is taken away when nothing made with it comes back any more.
/// </remarks>
public sealed class MacKeys
{
    private readonly ImmutableArray<MacKey> keys;

    private MacKeys(ImmutableArray<MacKey> keys) => this.keys = keys;

    /// <summary>What new tokens are made with.</summary>
    public MacKey Current => keys[^1];

    public static MacKeys Of(MacKey key) => new([key]);

    /// <summary>
    /// Reads lines of a number (0 to 255) and 32 octets in base64; empty lines and those that begin with "#" say
    /// nothing.
    /// </summary>
    /// <param name="problem">For the operator, without any secret; empty when the result is true.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out MacKeys? keys, out string problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        keys = null;
        var found = new List<MacKey>();
        var number = 0;
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (!TryParseLine(line, out var key) || found.Exists(other => other.Id == key.Id))
            {
                problem = key is null
                    ? $"line {number} has to be a number of 0 to 255 and {MacKey.SecretLength} octets in base64"
                    : $"line {number} has a number that another line has, too";
                return false;
            }

            found.Add(key);
        }

        problem = found.Count > 0 ? "" : "it holds no key";
        keys = found.Count > 0 ? new MacKeys([.. found]) : null;
        return keys is not null;
    }

    /// <summary>The text that <see cref="TryParse"/> reads.</summary>
    public string Export()
    {
        var text = new StringBuilder();
        foreach (var key in keys)
        {
            text.Append(
                CultureInfo.InvariantCulture, $"{key.Id} {Convert.ToBase64String(key.Secret.Span)}\n");
        }

        return text.ToString();
    }

    internal bool TryFind(byte id, [NotNullWhen(true)] out MacKey? key)
    {
        key = keys.FirstOrDefault(candidate => candidate.Id == id);
        return key is not null;
    }

    private static bool TryParseLine(string line, [NotNullWhen(true)] out MacKey? key)
    {
        key = null;
        Span<byte> secret = stackalloc byte[MacKey.SecretLength + 3];
        if (line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is not [var id, var octets]
            || !byte.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !Convert.TryFromBase64String(octets, secret, out var length) || length != MacKey.SecretLength)
            return false;
        key = new MacKey(number, secret[..length].ToArray());
        return true;
    }
}
