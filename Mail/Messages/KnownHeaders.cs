using System.Text;

namespace Actors.Mail.Messages;

internal static class KnownHeaders
{
    internal const int Count = (int)KnownHeader.ResentBcc + 1;

    /// <summary>Recognises a name by its length first: most names are compared once or not at all.</summary>
    internal static KnownHeader Of(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 => Pick(name, "To"u8, KnownHeader.To, "Cc"u8, KnownHeader.Cc),
        3 => Pick(name, "Bcc"u8, KnownHeader.Bcc),
        4 => Pick(name, "From"u8, KnownHeader.From, "Date"u8, KnownHeader.Date),
        6 => Pick(name, "Sender"u8, KnownHeader.Sender),
        7 => Pick(name, "Subject"u8, KnownHeader.Subject),
        8 => Pick(name, "Received"u8, KnownHeader.Received, "Reply-To"u8, KnownHeader.ReplyTo),
        10 when name[0] is (byte)'M' or (byte)'m' => Pick(name, "Message-ID"u8, KnownHeader.MessageId),
        10 when name[0] is (byte)'X' or (byte)'x' => Pick(name, "X-Campaign"u8, KnownHeader.Campaign),
        10 => Pick(name, "References"u8, KnownHeader.References, "Resent-Bcc"u8, KnownHeader.ResentBcc),
        11 when name[0] is (byte)'I' or (byte)'i' => Pick(name, "In-Reply-To"u8, KnownHeader.InReplyTo),
        11 => Pick(name, "Return-Path"u8, KnownHeader.ReturnPath, "Resent-From"u8, KnownHeader.ResentFrom),
        12 => Pick(name, "Content-Type"u8, KnownHeader.ContentType, "MIME-Version"u8, KnownHeader.MimeVersion),
        13 => Pick(name, "Resent-Sender"u8, KnownHeader.ResentSender),
        17 => Pick(name, "X-Idempotency-Key"u8, KnownHeader.IdempotencyKey),
        25 => Pick(name, "Content-Transfer-Encoding"u8, KnownHeader.ContentTransferEncoding),
        _ => KnownHeader.None,
    };

    /// <summary>At most once (RFC 5322 §3.6, RFC 2045 §3 to §6): readers disagree on which of two counts.</summary>
    internal static bool IsSingle(KnownHeader header) =>
        header is >= KnownHeader.From and <= KnownHeader.Campaign;

    /// <summary>Never stored: would tell recipients of each other, or is ours to write or to read.</summary>
    internal static bool IsRemoved(KnownHeader header) =>
        IsBlind(header) || header is KnownHeader.ReturnPath or KnownHeader.IdempotencyKey or KnownHeader.Campaign;

    /// <summary>Names recipients that nobody else is told of.</summary>
    internal static bool IsBlind(KnownHeader header) => header is KnownHeader.Bcc or KnownHeader.ResentBcc;

    private static KnownHeader Pick(
        ReadOnlySpan<byte> name,
        ReadOnlySpan<byte> first,
        KnownHeader one,
        ReadOnlySpan<byte> second = default,
        KnownHeader other = KnownHeader.None) =>
        Ascii.EqualsIgnoreCase(name, first) ? one : Ascii.EqualsIgnoreCase(name, second) ? other : KnownHeader.None;
}
