using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Actors.Mail.Replies;

/// <summary>An SMTP reply (RFC 5321 §4.2), ours or a peer's.</summary>
public sealed record Reply
{
    /// <param name="code">200 to 599.</param>
    /// <param name="status">Null where the reply has none (greeting, EHLO, 3xx, an old server).</param>
    /// <param name="text">Lines joined by LF; control characters become "?", tabs and CR become spaces.</param>
    public Reply(int code, EnhancedStatusCode? status, string text)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(code, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(code, 599);
        ArgumentNullException.ThrowIfNull(text);
        Code = code;
        Status = status;
        Text = ReplyText.Cleaned(text);
    }

    public int Code { get; }

    public EnhancedStatusCode? Status { get; }

    /// <summary>Without codes, lines joined by LF, no other control character.</summary>
    public string Text { get; }

    /// <summary>Why no peer replied and this is our own wording of it; null for a peer's reply.</summary>
    public ConnectionFault? Fault { get; init; }

    public bool IsPositive => Code < 400;

    public bool IsTransient => Code is >= 400 and < 500;

    public bool IsPermanent => Code >= 500;

    /// <exception cref="ArgumentException">The classes of code and status differ (RFC 2034 §4).</exception>
    public static Reply Of(int code, string enhanced, string text)
    {
        var status = EnhancedStatusCode.Parse(enhanced);
        if (status.Class != code / 100)
            throw new ArgumentException("Code and enhanced status are of different classes.", nameof(enhanced));
        return new Reply(code, status, text);
    }

    /// <summary>A reply without enhanced status code: greeting, HELO, EHLO, 3xx.</summary>
    public static Reply Of(int code, string text) => new(code, null, text);

    /// <summary>Reads a reply from text, as logs and reports quote it: one or several lines, LF or CRLF.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Reply? reply) =>
        ReplyParser.TryParse(Encoding.UTF8.GetBytes(text ?? ""), out reply);

    /// <summary>Writes CRLF-ended lines of at most 512 octets; characters outside ASCII become "?".</summary>
    public void WriteTo(IBufferWriter<byte> output) => ReplyText.Write(this, output);

    public override string ToString() => Status is { } status
        ? string.Create(CultureInfo.InvariantCulture, $"{Code} {status} {Text}")
        : string.Create(CultureInfo.InvariantCulture, $"{Code} {Text}");
}
