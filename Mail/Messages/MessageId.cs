using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Actors.Mail.Addresses;

namespace Actors.Mail.Messages;

/// <summary>A message identifier (RFC 5322 §3.6.4), also used as a Content-ID (RFC 2392).</summary>
public sealed record MessageId
{
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create([.. Enumerable.Range(33, 94).Select(c => (char)c).Where(c => c is not ('<' or '>'))]);

    private MessageId(string value) => Value = value;

    /// <summary>Without angle brackets, printable ASCII, at most 250 octets.</summary>
    public string Value { get; }

    public static MessageId Of(string left, DomainName domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        return Parse($"{left}@{domain.Ascii}");
    }

    /// <summary>Takes it with or without angle brackets; a part on both sides of "@" must be there.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MessageId? id)
    {
        id = null;
        if (text is ['<', .., '>'])
            text = text[1..^1];
        if (text is not { Length: > 2 and <= MessageLimits.MessageIdOctetsMax }
            || text.AsSpan().ContainsAnyExcept(Allowed))
            return false;
        if (text.IndexOf('@', StringComparison.Ordinal) is var at && (at < 1 || at == text.Length - 1))
            return false;
        id = new MessageId(text);
        return true;
    }

    /// <exception cref="FormatException">The text is not a message identifier.</exception>
    public static MessageId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("Not a message identifier.");

    /// <summary>With angle brackets, as headers hold it.</summary>
    public override string ToString() => $"<{Value}>";
}
