using System.Diagnostics.CodeAnalysis;

namespace Actors.Mail.Messages;

/// <summary>
/// Unstructured header text as a person would write it: not folded, not encoded, no control character.
/// </summary>
public sealed record HeaderValue
{
    private HeaderValue(string value) => Value = value;

    public static HeaderValue Empty { get; } = new("");

    /// <summary>At most 8,192 UTF-16 units, without white space at the ends.</summary>
    public string Value { get; }

    /// <summary>Refuses control characters (tab too), line separators and unpaired surrogates.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out HeaderValue? value)
    {
        value = text is { Length: <= MessageLimits.HeaderValueMax } && HeaderText.IsPlain(text)
            ? new HeaderValue(text.Trim())
            : null;
        return value is not null;
    }

    /// <exception cref="FormatException">The text cannot be a header value.</exception>
    public static HeaderValue Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException("Not a header value.");

    public override string ToString() => Value;
}
