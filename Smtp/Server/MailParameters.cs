using System.Buffers.Text;
using System.Text;
using Actors.Mail.Envelopes;

namespace Actors.Smtp.Server;

/// <summary>The parameters of MAIL that the server advertises: SIZE, BODY, SMTPUTF8, AUTH, ENVID, RET (RFC 5321
/// §4.1.2).</summary>
internal ref struct MailParameters
{
    private DsnReturn dsnReturn;
    private EnvelopeId? envelopeId;

    public long? DeclaredBytes { get; private set; }

    public SmtpBody Body { get; private set; }

    public bool IsSmtpUtf8 { get; private set; }

    public readonly EnvelopeDsn Dsn =>
        dsnReturn == DsnReturn.Unspecified && envelopeId is null ? EnvelopeDsn.None : new(dsnReturn, envelopeId);

    /// <summary>The reply to parameters that are unknown, wrong or given twice; empty when all is well.</summary>
    public ReadOnlySpan<byte> Refusal { get; private set; }

    /// <param name="text">Parameters separated by spaces.</param>
    /// <param name="options">AUTH= is known only where AUTH is offered (RFC 4954 §5), ENVID= and RET= with DSN.</param>
    public static MailParameters Parse(ReadOnlySpan<byte> text, SmtpServerOptions options)
    {
        var parameters = default(MailParameters);
        var seen = default(Seen);
        while (!text.IsEmpty && parameters.Refusal.IsEmpty)
        {
            var space = text.IndexOf((byte)' ');
            var parameter = space < 0 ? text : text[..space];
            text = space < 0 ? default : text[space..].TrimStart((byte)' ');
            var equals = parameter.IndexOf((byte)'=');
            var keyword = equals < 0 ? parameter : parameter[..equals];
            var value = equals < 0 ? default : parameter[(equals + 1)..];
            var known = Keyword(keyword, options);
            parameters.Refusal =
                known == Seen.Nothing ? Answers.UnknownParameter :
                (seen & known) != 0 ? Answers.ParameterValue :
                !parameters.TrySet(known, value, hasValue: equals >= 0) ? Answers.ParameterValue : default;
            seen |= known;
        }
        return parameters;
    }

    private bool TrySet(Seen keyword, ReadOnlySpan<byte> value, bool hasValue)
    {
        switch (keyword)
        {
            case Seen.Size:
                // At most 20 digits (RFC 1870 §3); what does not fit a long is larger than any limit.
                if (value.Length is 0 or > 20 || value.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
                    return false;
                DeclaredBytes = Utf8Parser.TryParse(value, out long bytes, out _) ? bytes : long.MaxValue;
                return true;
            case Seen.Body:
                Body = Ascii.EqualsIgnoreCase(value, "8BITMIME"u8) ? SmtpBody.EightBitMime : SmtpBody.SevenBit;
                return Body == SmtpBody.EightBitMime || Ascii.EqualsIgnoreCase(value, "7BIT"u8);
            case Seen.SmtpUtf8:
                IsSmtpUtf8 = true;
                return !hasValue;
            case Seen.EnvelopeId:
                return Ascii.IsValid(value)
                    && EnvelopeId.TryParse(Encoding.ASCII.GetString(value), out envelopeId);
            case Seen.Return:
                dsnReturn = Ascii.EqualsIgnoreCase(value, "FULL"u8) ? DsnReturn.Full
                    : Ascii.EqualsIgnoreCase(value, "HDRS"u8) ? DsnReturn.Headers : DsnReturn.Unspecified;
                return dsnReturn != DsnReturn.Unspecified;
            default:
                // AUTH=<> or an address as xtext: who authenticated elsewhere. Not believed, so not kept.
                return !value.IsEmpty;
        }
    }

    private static Seen Keyword(ReadOnlySpan<byte> word, SmtpServerOptions options) =>
        Ascii.EqualsIgnoreCase(word, "SIZE"u8) ? Seen.Size :
        Ascii.EqualsIgnoreCase(word, "BODY"u8) ? Seen.Body :
        Ascii.EqualsIgnoreCase(word, "SMTPUTF8"u8) ? Seen.SmtpUtf8 :
        options.OffersAuthentication && Ascii.EqualsIgnoreCase(word, "AUTH"u8) ? Seen.Auth :
        options.OffersDsn && Ascii.EqualsIgnoreCase(word, "ENVID"u8) ? Seen.EnvelopeId :
        options.OffersDsn && Ascii.EqualsIgnoreCase(word, "RET"u8) ? Seen.Return : Seen.Nothing;

    [Flags]
    private enum Seen
    {
        Nothing = 0,
        Size = 1,
        Body = 2,
        SmtpUtf8 = 4,
        Auth = 8,
        EnvelopeId = 16,
        Return = 32,
    }
}
