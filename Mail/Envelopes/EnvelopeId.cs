using System.Diagnostics.CodeAnalysis;

namespace Actors.Mail.Envelopes;

/// <summary>
/// The submitter's own name for an envelope, told back in notifications about it (RFC 3461 §4.4). Nothing is meant by
/// it to anybody else.
/// </summary>
public sealed record EnvelopeId
{
    /// <summary>Characters of xtext (RFC 3461 §4.4).</summary>
    public const int LengthMax = 100;

    private EnvelopeId(string encoded, string text) => (Encoded, Text) = (encoded, text);

    /// <summary>As it stands after ENVID=: 1 to 100 characters of xtext, nothing that could end a command.</summary>
    public string Encoded { get; }

    /// <summary>What it stands for, for the field Original-Envelope-Id: printable ASCII.</summary>
    public string Text { get; }

    /// <param name="encoded">What follows ENVID=.</param>
    public static bool TryParse(string? encoded, [NotNullWhen(true)] out EnvelopeId? id)
    {
        id = encoded is { Length: > 0 and <= LengthMax } && Xtext.TryDecode(encoded, out var text)
            ? new EnvelopeId(encoded, text)
            : null;
        return id is not null;
    }

    /// <exception cref="FormatException">Not 1 to 100 characters of xtext.</exception>
    public static EnvelopeId Parse(string encoded) =>
        TryParse(encoded, out var id) ? id : throw new FormatException("Not 1 to 100 characters of xtext.");

    public override string ToString() => Encoded;
}
