using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Actors.Mail.Messages;

/// <summary>A header that the sender adds beside those which the message's own fields make.</summary>
public sealed record ExtraHeader
{
    private static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet(
        [
            "From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Date", "Message-ID", "Subject", "MIME-Version",
            "Received", "Return-Path", "Delivered-To", "Errors-To", "DomainKey-Signature", "Authentication-Results",
            "Received-SPF", "Precedence", "Feedback-ID", "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post",
            "CFBL-Address", "CFBL-Feedback-ID", "X-Idempotency-Key", "X-Campaign",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly string[] ReservedPrefixes = ["Content-", "Resent-", "DKIM-", "ARC-"];

    private ExtraHeader(HeaderName name, HeaderValue value)
    {
        Name = name;
        Value = value;
    }

    public HeaderName Name { get; }

    public HeaderValue Value { get; }

    /// <summary>Its value is ASCII of a grammar of its own and must not be written as encoded words.</summary>
    internal bool IsStructured => StructuredHeaders.Has(Name.Value);

    /// <param name="problem">Why it was refused, for the sender to read; null when it was not.</param>
    public static bool TryCreate(
        string? name,
        string? value,
        [NotNullWhen(true)] out ExtraHeader? header,
        [NotNullWhen(false)] out string? problem)
    {
        header = null;
        if (!HeaderName.TryParse(name, out var parsedName))
            problem = "The header name must be 1 to 76 printable ASCII characters without space and colon.";
        else if (IsReserved(parsedName.Value))
            problem = $"The header {parsedName} is set by the message itself and cannot be given as an extra header.";
        else if (!HeaderValue.TryParse(value, out var parsedValue))
            problem = $"The value of {parsedName} must be at most 8192 characters without control characters.";
        else if (StructuredHeaders.Problem(parsedName.Value, parsedValue.Value) is { } malformed)
            problem = malformed;
        else if (Ascii.IsValid(parsedValue.Value)
            && HeaderText.LongestRun(parsedValue.Value) > MessageLimits.UnfoldableRunMax)
            problem = $"The value of {parsedName} has more than 900 characters in a row that cannot be folded.";
        else
            (header, problem) = (new ExtraHeader(parsedName, parsedValue), null);
        return header is not null;
    }

    private static bool IsReserved(string name) => Reserved.Contains(name)
        || Array.Exists(ReservedPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
