using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Actors.Smtp.Server;

/// <summary>One SASL exchange: PLAIN (RFC 4616) or LOGIN, with or without initial response (RFC 4954 §4).</summary>
/// <remarks>Takes lines, gives either the next challenge, or credentials, or a refusal.</remarks>
internal sealed class AuthExchange
{
    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly bool isPlain;
    private string? login;

    private AuthExchange(bool isPlain) => this.isPlain = isPlain;

    /// <summary>The outcome of a line. Exactly one of the three: a challenge (with CRLF), credentials, a
    /// refusal.</summary>
    public readonly ref struct Step
    {
        public ReadOnlySpan<byte> Challenge { get; init; }

        public Credentials? Credentials { get; init; }

        public ReadOnlySpan<byte> Refusal { get; init; }
    }

    /// <summary>Begins with the argument of AUTH.</summary>
    /// <returns>Null when the mechanism is not offered.</returns>
    public static AuthExchange? Begin(ReadOnlySpan<byte> argument, out Step step)
    {
        var space = argument.IndexOf((byte)' ');
        var mechanism = space < 0 ? argument : argument[..space];
        var isPlain = Ascii.EqualsIgnoreCase(mechanism, "PLAIN"u8);
        if (!isPlain && !Ascii.EqualsIgnoreCase(mechanism, "LOGIN"u8))
        {
            step = new() { Refusal = Answers.AuthMechanism };
            return null;
        }
        var exchange = new AuthExchange(isPlain);
        var initial = space < 0 ? default : argument[(space + 1)..].Trim((byte)' ');
        step = initial.IsEmpty ? exchange.Ask() : exchange.Take(initial.SequenceEqual("="u8) ? default : initial);
        return exchange;
    }

    /// <summary>Goes on with the line that answers the last challenge.</summary>
    public Step Continue(ReadOnlySpan<byte> line) =>
        line.SequenceEqual("*"u8) ? new() { Refusal = Answers.AuthCancelled } : Take(line);

    private Step Ask() => new()
    {
        Challenge = isPlain ? "334 \r\n"u8 : login is null ? "334 VXNlcm5hbWU6\r\n"u8 : "334 UGFzc3dvcmQ6\r\n"u8,
    };

    private Step Take(ReadOnlySpan<byte> base64)
    {
        if (Decode(base64) is not { } text)
            return Malformed();
        if (isPlain)
            return Plain(text);
        if (login is not null)
            return Complete(login, text);
        login = text;
        return IsUsable(text) ? Ask() : Malformed();
    }

    /// <summary>[authorisation identity] NUL login NUL password; acting for somebody else is not offered.</summary>
    private static Step Plain(string text)
    {
        var first = text.IndexOf('\0');
        var second = first < 0 ? -1 : text.IndexOf('\0', first + 1);
        if (second < 0 || text.IndexOf('\0', second + 1) >= 0)
            return Malformed();
        var (other, login) = (text[..first], text[(first + 1)..second]);
        return other.Length > 0 && other != login ? Malformed() : Complete(login, text[(second + 1)..]);
    }

    private static Step Complete(string login, string password) =>
        IsUsable(login) && IsUsable(password) ? new() { Credentials = new(login, password) } : Malformed();

    private static bool IsUsable(string text) =>
        text.Length is > 0 and <= SmtpLimits.CredentialLengthMax && !text.Any(char.IsControl);

    private static Step Malformed() => new() { Refusal = Answers.AuthMalformed };

    private static string? Decode(ReadOnlySpan<byte> base64)
    {
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(base64.Length)];
        if (Base64.DecodeFromUtf8(base64, bytes, out _, out var count) != OperationStatus.Done)
            return null;
        try
        {
            return Strict.GetString(bytes, 0, count);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
