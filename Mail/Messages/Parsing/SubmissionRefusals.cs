using Actors.Mail.Replies;

namespace Actors.Mail.Messages.Parsing;

/// <summary>Every reason to refuse a submitted message, with what its sender reads.</summary>
internal static class SubmissionRefusals
{
    internal static Reply BareLineEnd { get; } =
        Malformed("Lines must end with CRLF; bare CR, bare LF and NUL are refused");

    internal static Reply LineTooLong { get; } =
        Malformed("A line has more than 998 octets; encode the text as quoted-printable or base64");

    internal static Reply NoFrom { get; } = Malformed("The From header is missing");

    internal static Reply BadFrom { get; } = Malformed("The From header is not a valid address");

    internal static Reply ManyFrom { get; } =
        Malformed("The From header has several addresses, which needs a Sender header with one");

    internal static Reply BadSender { get; } = Malformed("The Sender header is not one valid address");

    internal static Reply BadIdempotencyKey { get; } =
        Malformed("The X-Idempotency-Key header must be 1 to 256 printable ASCII characters");

    internal static Reply BadCampaign { get; } =
        Malformed("The X-Campaign header must be 1 to 128 characters without control characters");

    internal static Reply Undeclared { get; } = Reply.Of(
        550, "5.6.9", "The header has octets over 127: encode them (RFC 2047), or declare SMTPUTF8 (RFC 6531)");

    internal static Reply NotUtf8 { get; } = Reply.Of(
        550, "5.6.9", "The header has octets over 127 that are not UTF-8: encode them (RFC 2047)");

    internal static Reply Loop { get; } =
        Reply.Of(554, "5.4.6", "Mail loop: the message has more than 50 Received headers");

    internal static Reply Twice(string name) => Malformed($"The {name} header may stand only once");

    /// <summary>What is wrong with a header outside ASCII; guessing its charset would make nonsense of names.</summary>
    internal static Reply? OfInternational(ReadOnlySpan<byte> header, bool declared) =>
        !System.Text.Unicode.Utf8.IsValid(header) ? NotUtf8 : declared ? null : Undeclared;

    internal static Reply? Of(BodyScan body) =>
        body.Violation != Wire.DataViolation.None ? BareLineEnd
        : body.LongestLine > MessageLimits.LineOctetsMax ? LineTooLong
        : null;

    internal static Reply Of(HeaderProblem problem) => problem switch
    {
        HeaderProblem.InvalidOctet => BareLineEnd,
        HeaderProblem.LineTooLong => LineTooLong,
        HeaderProblem.NotAField => Malformed("The header section has a line that is not a header field"),
        HeaderProblem.FieldTooLong => TooLarge("A header field has more than 64 KiB"),
        HeaderProblem.TooManyFields => TooLarge("The message has more than 1000 header fields"),
        HeaderProblem.SectionTooLong => TooLarge("The header section has more than 256 KiB"),
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "Not a problem."),
    };

    private static Reply Malformed(string text) => Reply.Of(550, "5.6.0", text);

    private static Reply TooLarge(string text) => Reply.Of(552, "5.3.4", text);
}
