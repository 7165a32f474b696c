using System.Text;
using System.Text.Unicode;
using Actors.Mail.Envelopes;

namespace Actors.Smtp.Server;

/// <summary>The parameters of RCPT: NOTIFY and ORCPT (RFC 3461 §4.1, §4.2), where DSN is offered.</summary>
internal ref struct RecipientParameters
{
    private DsnNotify notify;
    private OriginalRecipient? original;

    /// <summary>The reply to parameters that are unknown, wrong or given twice; empty when all is well.</summary>
    public ReadOnlySpan<byte> Refusal { get; private set; }

    public readonly RecipientDsn Dsn =>
        notify == DsnNotify.Unspecified && original is null ? RecipientDsn.None : new(notify, original);

    /// <param name="text">Parameters separated by spaces.</param>
    /// <param name="offersDsn">False: there are none.</param>
    /// <param name="isSmtpUtf8">ORCPT may hold UTF-8 (RFC 6533 §3).</param>
    public static RecipientParameters Parse(ReadOnlySpan<byte> text, bool offersDsn, bool isSmtpUtf8)
    {
        var parameters = default(RecipientParameters);
        while (!text.IsEmpty && parameters.Refusal.IsEmpty)
        {
            var space = text.IndexOf((byte)' ');
            var parameter = space < 0 ? text : text[..space];
            text = space < 0 ? default : text[space..].TrimStart((byte)' ');
            var isNotify = offersDsn && Begins(parameter, "NOTIFY="u8);
            if (!isNotify && !(offersDsn && Begins(parameter, "ORCPT="u8)))
                parameters.Refusal = Answers.UnknownParameter;
            else if (isNotify
                ? !parameters.TryNotify(parameter["NOTIFY=".Length..])
                : !parameters.TryOriginal(parameter["ORCPT=".Length..], isSmtpUtf8))
                parameters.Refusal = Answers.ParameterValue;
        }
        return parameters;
    }

    private bool TryNotify(ReadOnlySpan<byte> value) =>
        notify == DsnNotify.Unspecified && Ascii.IsValid(value)
        && DsnNotifyText.TryParse(Encoding.ASCII.GetString(value), out notify);

    private bool TryOriginal(ReadOnlySpan<byte> value, bool isSmtpUtf8) =>
        original is null && (isSmtpUtf8 ? Utf8.IsValid(value) : Ascii.IsValid(value))
        && OriginalRecipient.TryParse(Encoding.UTF8.GetString(value), out original);

    private static bool Begins(ReadOnlySpan<byte> parameter, ReadOnlySpan<byte> keyword) =>
        parameter.Length >= keyword.Length && Ascii.EqualsIgnoreCase(parameter[..keyword.Length], keyword);
}
