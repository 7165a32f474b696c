using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Actors.Mail.Reports.ReturnPaths;

/// <summary>Keys of return paths: the last makes new ones, all recognise what they have made.</summary>
/// <remarks>
/// A key is replaced by adding another. The old one is taken away when nothing made with it comes back any more.
/// </remarks>
public sealed class ReturnPathKeys
{
    private readonly ImmutableArray<ReturnPathKey> keys;

    private ReturnPathKeys(ImmutableArray<ReturnPathKey> keys) => this.keys = keys;

    /// <summary>What new return paths are made with.</summary>
    public ReturnPathKey Current => keys[^1];

    public static ReturnPathKeys Of(ReturnPathKey key) => new([key]);

    /// <summary>
    /// Reads lines of a number (0 to 255) and 32 octets in base64; empty lines and those that begin with "#" say
    /// nothing.
    /// </summary>
    /// <param name="problem">For the operator, without any secret; empty when the result is true.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out ReturnPathKeys? keys, out string problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        keys = null;
        var found = new List<ReturnPathKey>();
        var number = 0;
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (!TryParseLine(line, out var key) || found.Exists(other => other.Id == key.Id))
            {
                problem = key is null
                    ? $"line {number} has to be a number of 0 to 255 and {ReturnPathKey.SecretLength} octets in base64"
                    : $"line {number} has a number that another line has, too";
                return false;
            }

            found.Add(key);
        }

        problem = found.Count > 0 ? "" : "it holds no key";
        keys = found.Count > 0 ? new ReturnPathKeys([.. found]) : null;
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

    internal bool TryFind(byte id, [NotNullWhen(true)] out ReturnPathKey? key)
    {
        key = keys.FirstOrDefault(candidate => candidate.Id == id);
        return key is not null;
    }

    private static bool TryParseLine(string line, [NotNullWhen(true)] out ReturnPathKey? key)
    {
        key = null;
        Span<byte> secret = stackalloc byte[ReturnPathKey.SecretLength + 3];
        if (line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is not [var id, var octets]
            || !byte.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !Convert.TryFromBase64String(octets, secret, out var length) || length != ReturnPathKey.SecretLength)
            return false;
        key = new ReturnPathKey(number, secret[..length].ToArray());
        return true;
    }
}
