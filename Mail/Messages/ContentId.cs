using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Actors.Mail.Messages;

/// <summary>The name by which HTML refers to an inline part as <c>cid:…</c> (RFC 2392).</summary>
/// <remarks>
/// Laxer than RFC 2392, which wants an "@": senders write <c>cid:logo</c>, and every reader shows it.
/// </remarks>
public sealed record ContentId
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$&'*+-./=?^_`{|}~@");

    private ContentId(string value) => Value = value;

    /// <summary>Without angle brackets, 1 to 250 octets.</summary>
    public string Value { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out ContentId? id)
    {
        if (text is ['<', .., '>'])
            text = text[1..^1];
        var valid = text is { Length: > 0 and <= MessageLimits.MessageIdOctetsMax }
            && !text.AsSpan().ContainsAnyExcept(Allowed);
        id = valid ? new ContentId(text!) : null;
        return valid;
    }

    public override string ToString() => $"<{Value}>";
}
