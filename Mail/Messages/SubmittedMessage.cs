using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Actors.Mail.Addresses;
using Actors.Mail.Messages.Parsing;
using Actors.Mail.Replies;

namespace Actors.Mail.Messages;

/// <summary>A message as an application submitted it, checked and completed as RFC 6409 §8 allows.</summary>
/// <remarks>
/// Refused: lines over 998 octets, because the next servers cut or refuse them and signatures break; bare CR, LF and
/// NUL;
/// headers that are none; fields that may stand once and stand twice; a From that names nobody, or several without
/// Sender; octets over 127 in a header that is not UTF-8, or that nobody declared as such.
/// Completed: Date and Message-ID, also where theirs cannot be read. Removed: Bcc, Resent-Bcc, Return-Path and our own
/// X-Idempotency-Key and X-Campaign. Everything else stays byte for byte.
/// </remarks>
public sealed class SubmittedMessage
{
    private readonly HeaderPlan plan;
    private AddressList? to;
    private AddressList? cc;
    private string? subject;

    private SubmittedMessage(HeaderPlan plan, ImmutableArray<ReadOnlyMemory<byte>> segments)
    {
        this.plan = plan;
        Segments = segments;
        foreach (var segment in segments)
            Length += segment.Length;
    }

    /// <summary>The message to store, in order; slices of the submitted bytes but for what was added.</summary>
    public ImmutableArray<ReadOnlyMemory<byte>> Segments { get; }

    /// <summary>Octets of all segments.</summary>
    public long Length { get; }

    /// <summary>At least one.</summary>
    public ImmutableArray<Mailbox> From => plan.From;

    /// <summary>Null where there is none; then <see cref="From"/> is one mailbox.</summary>
    public Mailbox? Sender => plan.Sender;

    /// <summary>Everybody the message claims to come from: From, Sender, Resent-From, Resent-Sender.</summary>
    public ImmutableArray<EmailAddress> Identities => plan.Identities();

    /// <summary>What could be read of To; people may write anything there.</summary>
    public ImmutableArray<Mailbox> To => (to ??= Addresses(KnownHeader.To)).Mailboxes;

    /// <summary>What could be read of Cc.</summary>
    public ImmutableArray<Mailbox> Cc => (cc ??= Addresses(KnownHeader.Cc)).Mailboxes;

    /// <summary>Decoded, without control characters. Empty where there is none.</summary>
    public string Subject => subject ??= EncodedWordDecoder.Decode(plan.Text(KnownHeader.Subject));

    public MessageId MessageId => plan.MessageId;

    public DateTimeOffset Date => plan.Date;

    /// <summary>
    /// The value of X-Idempotency-Key, 1 to 256 printable ASCII characters. Null where there is none.
    /// </summary>
    public string? IdempotencyKey => plan.IdempotencyKey;

    /// <summary>The value of X-Campaign, decoded, 1 to 128 characters. Null where there is none.</summary>
    public string? Campaign => plan.Campaign;

    /// <summary>The body has octets over 127 and the next server must offer 8BITMIME (RFC 6152).</summary>
    public bool IsEightBit { get; private init; }

    /// <summary>The header has octets over 127, which only SMTPUTF8 allows (RFC 6532).</summary>
    public bool HasInternationalHeader { get; private init; }

    /// <summary>Octets of the longest line without CRLF, at most 998.</summary>
    public int LongestLine { get; private init; }

    /// <summary>Trace fields that it came with.</summary>
    public int ReceivedCount => plan.ReceivedCount;

    /// <param name="raw">Must stay unchanged as long as the result is used.</param>
    /// <param name="refusal">What to answer the client; null when the message was accepted.</param>
    public static bool TryRead(
        ReadOnlyMemory<byte> raw,
        SubmissionDefaults defaults,
        [NotNullWhen(true)] out SubmittedMessage? message,
        [NotNullWhen(false)] out Reply? refusal)
    {
        message = null;
        if (!HeaderSection.TryParse(raw, out var header, out var problem))
        {
            refusal = SubmissionRefusals.Of(problem);
            return false;
        }

        var body = BodyScan.Of(raw.Span[header.BodyStart..]);
        var plan = new HeaderPlan(header);
        var headerBytes = raw.Span[..header.Length];
        var international = !System.Text.Ascii.IsValid(headerBytes);
        refusal = SubmissionRefusals.Of(body)
            ?? (international ? SubmissionRefusals.OfInternational(headerBytes, defaults.SmtpUtf8) : null)
            ?? plan.Read(defaults);
        if (refusal is not null)
            return false;
        message = new SubmittedMessage(plan, plan.Segments(raw))
        {
            IsEightBit = body.IsEightBit,
            HasInternationalHeader = international,
            LongestLine = Math.Max(header.LongestLine, body.LongestLine),
        };
        return true;
    }

    private AddressList Addresses(KnownHeader field) => AddressList.Parse(plan.Text(field));
}
