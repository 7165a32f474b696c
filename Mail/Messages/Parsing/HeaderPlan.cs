using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Actors.Mail.Addresses;
using Actors.Mail.Replies;

namespace Actors.Mail.Messages.Parsing;

/// <summary>What a submitted header says, and what has to be added to it and taken from it.</summary>
internal sealed class HeaderPlan(HeaderSection header)
{
    private static readonly SearchValues<char> KeyText =
        SearchValues.Create([.. Enumerable.Range(33, 94).Select(c => (char)c)]);

    private readonly int[] places = new int[KnownHeaders.Count]; // index of the first field of a kind, plus one
    private bool dateMissing;
    private bool messageIdMissing;
    private bool removes;

    internal ImmutableArray<Mailbox> From { get; private set; }

    internal Mailbox? Sender { get; private set; }

    internal MessageId MessageId { get; private set; } = null!;

    internal DateTimeOffset Date { get; private set; }

    internal string? IdempotencyKey { get; private set; }

    /// <summary>Decoded; null where there is none.</summary>
    internal string? Campaign { get; private set; }

    internal int ReceivedCount { get; private set; }

    /// <returns>Null for a header that can be sent; only then the properties have values.</returns>
    internal Reply? Read(SubmissionDefaults defaults)
    {
        if ((Locate() ?? ReadOrigin() ?? ReadIdempotencyKey() ?? ReadCampaign()) is { } refusal)
            return refusal;
        Complete(defaults);
        return null;
    }

    /// <summary>Unfolded; empty where the field is missing.</summary>
    internal string Text(KnownHeader known) =>
        places[(int)known] is var place and > 0 ? header.Text(header.Fields[place - 1]) : "";

    internal ImmutableArray<EmailAddress> Identities()
    {
        var claimed = ImmutableArray.CreateBuilder<EmailAddress>();
        claimed.AddRange(From.Select(mailbox => mailbox.Address));
        if (Sender is not null)
            claimed.Add(Sender.Address);
        foreach (var field in header.Fields)
        {
            if (field.Known is KnownHeader.ResentFrom or KnownHeader.ResentSender)
                claimed.AddRange(AddressList.Parse(header.Text(field)).Mailboxes.Select(mailbox => mailbox.Address));
        }

        return claimed.DrainToImmutable();
    }

    internal ImmutableArray<ReadOnlyMemory<byte>> Segments(ReadOnlyMemory<byte> raw)
    {
        var ended = raw.Span.EndsWith("\r\n"u8);
        if (ended && !removes && !dateMissing && !messageIdMissing)
            return [raw];
        var segments = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        if (dateMissing || messageIdMissing)
            segments.Add(Added());
        var kept = 0;
        foreach (var field in header.Fields)
        {
            if (!IsRemoved(field.Known))
                continue;
            if (field.Start > kept)
                segments.Add(raw[kept..field.Start]);
            kept = Math.Min(raw.Length, field.End + 2);
        }

        if (kept < raw.Length)
            segments.Add(raw[kept..]);
        if (!ended)
            segments.Add("\r\n"u8.ToArray());
        return segments.DrainToImmutable();
    }

    private bool IsRemoved(KnownHeader known) => KnownHeaders.IsRemoved(known)
        || (known == KnownHeader.Date && dateMissing) || (known == KnownHeader.MessageId && messageIdMissing);

    private byte[] Added() => Encoding.ASCII.GetBytes(
        (dateMissing ? $"Date: {MailDate.Format(Date)}\r\n" : "")
        + (messageIdMissing ? $"Message-ID: {MessageId}\r\n" : ""));

    private Reply? Locate()
    {
        var fields = header.Fields;
        for (var i = 0; i < fields.Length; i++)
        {
            var known = fields[i].Known;
            if (known == KnownHeader.None)
                continue;
            ref var place = ref places[(int)known];
            if (place > 0 && KnownHeaders.IsSingle(known))
                return SubmissionRefusals.Twice(Encoding.ASCII.GetString(header.Name(fields[i])));
            if (place == 0)
                place = i + 1;
            ReceivedCount += known == KnownHeader.Received ? 1 : 0;
            removes |= KnownHeaders.IsRemoved(known);
        }

        return ReceivedCount > MessageLimits.ReceivedFieldsMax ? SubmissionRefusals.Loop : null;
    }

    private Reply? ReadOrigin()
    {
        if (!Has(KnownHeader.From))
            return SubmissionRefusals.NoFrom;
        var from = AddressList.Parse(Text(KnownHeader.From));
        From = from.Mailboxes;
        if (!from.IsComplete || From.Length == 0)
            return SubmissionRefusals.BadFrom;
        if (!Has(KnownHeader.Sender))
            return From.Length > 1 ? SubmissionRefusals.ManyFrom : null;
        var sender = AddressList.Parse(Text(KnownHeader.Sender));
        if (!sender.IsComplete || sender.Mailboxes.Length != 1)
            return SubmissionRefusals.BadSender;
        Sender = sender.Mailboxes[0];
        return null;
    }

    private Reply? ReadIdempotencyKey()
    {
        if (!Has(KnownHeader.IdempotencyKey))
            return null;
        IdempotencyKey = Text(KnownHeader.IdempotencyKey);
        var valid = IdempotencyKey.Length is > 0 and <= MessageLimits.IdempotencyKeyMax
            && !IdempotencyKey.AsSpan().ContainsAnyExcept(KeyText);
        return valid ? null : SubmissionRefusals.BadIdempotencyKey;
    }

    private Reply? ReadCampaign()
    {
        if (!Has(KnownHeader.Campaign))
            return null;
        Campaign = EncodedWordDecoder.Decode(Text(KnownHeader.Campaign)).Trim();
        return Campaign.Length is > 0 and <= MessageLimits.CampaignMax && !Campaign.Any(char.IsControl)
            ? null
            : SubmissionRefusals.BadCampaign;
    }

    private void Complete(SubmissionDefaults defaults)
    {
        dateMissing = !MailDate.TryParse(Text(KnownHeader.Date), out var date);
        Date = dateMissing ? defaults.Now : date;
        messageIdMissing = !MessageId.TryParse(Text(KnownHeader.MessageId), out var id);
        MessageId = id ?? defaults.MessageId;
    }

    private bool Has(KnownHeader known) => places[(int)known] > 0;
}
