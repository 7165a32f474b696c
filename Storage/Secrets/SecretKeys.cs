using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Actors.Storage.Secrets;

/// <summary>The keys of sealed secrets: the last one seals, all of them open.</summary>
public sealed class SecretKeys
{
    public const int KeyLength = 32;

    private readonly Dictionary<byte, byte[]> keys;

    private SecretKeys(Dictionary<byte, byte[]> keys, byte current) => (this.keys, Current) = (keys, current);

    /// <summary>The number of the key that seals.</summary>
    public byte Current { get; }

    public bool TryFind(byte id, [NotNullWhen(true)] out byte[]? key) => keys.TryGetValue(id, out key);

    /// <param name="id">1 to 255.</param>
    /// <param name="key">32 octets.</param>
    public static SecretKeys Of(byte id, byte[] key) => new(new Dictionary<byte, byte[]> { [id] = key }, id);

    /// <param name="text">A number of 1 to 255 and 32 octets in base64 a line, or several separated by commas; lines
    /// that begin with # are comments.</param>
    /// <param name="parsed">The keys.</param>
    /// <param name="problem">What is wrong, without any of the keys.</param>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out SecretKeys? parsed, [NotNullWhen(false)] out string? problem)
    {
        (parsed, problem) = (null, null);
        var keys = new Dictionary<byte, byte[]>();
        byte current = 0;
        var lines = text.Split('\n', StringSplitOptions.TrimEntries).Where(line => !line.StartsWith('#'));
        foreach (var line in lines.SelectMany(line => line.Split(',', StringSplitOptions.TrimEntries)))
        {
            if (line.Length == 0)
                continue;
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length != 2
                || !byte.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out current)
                || current == 0 || Decoded(parts[1]) is not { } key)
                problem = "every key has to be a number of 1 to 255 and 32 octets in base64";
            else if (!keys.TryAdd(current, key))
                problem = $"the number {current} is there twice";
            if (problem is not null)
                return false;
        }

        if (keys.Count == 0)
            problem = "there is no key";
        else
            parsed = new SecretKeys(keys, current);
        return parsed is not null;
    }

    private static byte[]? Decoded(string base64)
    {
        var key = new byte[KeyLength];
        return Convert.TryFromBase64String(base64, key, out var length) && length == KeyLength ? key : null;
    }
}
