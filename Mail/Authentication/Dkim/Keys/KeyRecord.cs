using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Actors.Mail.Authentication.Dkim.Keys;

/// <summary>What a domain publishes under a selector (RFC 6376 §3.6.1).</summary>
public sealed record KeyRecord
{
    /// <summary>Octets of one string of a TXT record (RFC 1035 §3.3).</summary>
    private const int StringOctetsMax = 255;

    private const string Version = "DKIM1";

    /// <summary>k=, lower case: "rsa" where it is not said.</summary>
    public required string KeyType { get; init; }

    /// <summary>p= as base64 without white space; empty for a key that was revoked.</summary>
    public required string PublicKeyText { get; init; }

    /// <summary>h=: hashes that may be used. Empty: all.</summary>
    public ImmutableArray<string> Hashes { get; init; } = [];

    /// <summary>Whether s= lets e-mail use the key.</summary>
    public bool IsForEmail { get; init; } = true;

    /// <summary>t=y: the domain is trying DKIM out; a failure must not count against it.</summary>
    public bool IsTest { get; init; }

    /// <summary>t=s: i= has to be of the very domain of d=.</summary>
    public bool IsStrict { get; init; }

    /// <param name="text">The strings of the record joined.</param>
    /// <returns>False for what is no key record.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out KeyRecord? record)
    {
        record = null;
        if (text.Length > DkimLimits.KeyRecordMax || !TagList.TryParse(text, out var tags)
            || tags["p"] is not { } key)
            return false;
        if (tags["v"] is { } version && (version != Version || tags.FirstName != "v"))
            return false;
        var flags = Words(tags["t"]);
        record = new KeyRecord
        {
            KeyType = tags["k"] is { Length: > 0 } type ? type.ToLowerInvariant() : "rsa",
            PublicKeyText = TagList.WithoutSpace(key),
            Hashes = Words(tags["h"]),
            IsForEmail = Words(tags["s"]) is var services
                && (services.IsEmpty || services.Contains("*") || services.Contains("email")),
            IsTest = flags.Contains("y"),
            IsStrict = flags.Contains("s"),
        };
        return true;
    }

    /// <summary>The text to publish for a key.</summary>
    public static string TextFor(PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return $"v={Version}; k=rsa; p={Convert.ToBase64String(key.Info.Span)}";
    }

    /// <summary>The text as the strings of one TXT record, 255 octets each at most.</summary>
    public static ImmutableArray<string> Strings(string text) =>
        [.. text.Chunk(StringOctetsMax).Select(part => new string(part))];

    /// <summary>The record as a line of a zone file, strings quoted.</summary>
    public static string ZoneLine(string name, PublicKey key) =>
        $"{name}. IN TXT ( {string.Join(' ', Strings(TextFor(key)).Select(part => $"\"{part}\""))} )";

    private static ImmutableArray<string> Words(string? list) => list is null
        ? []
        : [.. TagList.WithoutSpace(list).ToLowerInvariant().Split(':', StringSplitOptions.RemoveEmptyEntries)];
}
