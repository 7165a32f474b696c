using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Actors.Mail.Messages;

/// <summary>A field name (RFC 5322 §3.6.8), compared without case.</summary>
public sealed record HeaderName
{
    private static readonly SearchValues<char> FieldText =
        SearchValues.Create([.. Enumerable.Range(33, 94).Select(c => (char)c).Where(c => c != ':')]);

    private HeaderName(string value) => Value = value;

    /// <summary>As given: printable ASCII without colon, 1 to 76 octets.</summary>
    public string Value { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out HeaderName? name)
    {
        var valid = text is { Length: > 0 and <= MessageLimits.HeaderNameMax }
            && !text.AsSpan().ContainsAnyExcept(FieldText);
        name = valid ? new HeaderName(text!) : null;
        return valid;
    }

    public bool Equals(HeaderName? other) =>
        other is not null && Value.Equals(other.Value, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => Value.GetHashCode(StringComparison.OrdinalIgnoreCase);

    public override string ToString() => Value;
}
