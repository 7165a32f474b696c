using System.Collections.Immutable;
using System.Text;
using Actors.Api.Json;
using Actors.Grains.Submissions;
using Actors.Mail.Messages;

namespace Actors.Api.Messages.Requests;

/// <summary>What the fields of a message have to be together.</summary>
internal static class MessageRules
{
    public static void Check(MessageFields message, FieldErrors errors)
    {
        Require(message, "from", errors);
        if (MessageReader.Has(message, "template"))
            CheckTemplate(message, errors);
        else
            CheckWords(message, errors);
        CheckRecipients(message, errors);
        CheckSubjectValues(message, errors);
    }

    private static void CheckWords(MessageFields message, FieldErrors errors)
    {
        Require(message, "subject", errors);
        if (string.IsNullOrEmpty(message.Text) && string.IsNullOrEmpty(message.Html)
            && !(errors.Any && (MessageReader.Has(message, "text") || MessageReader.Has(message, "html"))))
            errors.Add("text", "missing", "At least one of text and html is required.");
    }

    private static void CheckTemplate(MessageFields message, FieldErrors errors)
    {
        foreach (var field in new[] { "subject", "text", "html" })
            if (MessageReader.Has(message, field))
                errors.Add(field, "beside_template", "The words are the template's.");
    }

    /// <summary>Octets of the message as it travels, a little more rather than less.</summary>
    public static long SizeOf(MessageFields message)
    {
        const int PerPart = 256;
        long size = PerPart + message.Subject?.Length * 3L ?? 0;
        size += message.Text is { } text ? Encoding.UTF8.GetByteCount(text) : 0;
        size += message.Html is { } html ? Encoding.UTF8.GetByteCount(html) : 0;
        foreach (var header in message.Headers)
            size += header.Name.Length + header.Value.Length + 4;
        foreach (var attachment in message.Attachments)
            size += PerPart + (attachment.Content.Length / 57L + 1) * 78;
        return size;
    }

    public static SubmitCommand Command(MessageFields message, IdempotencyMark? mark)
    {
        var recipients = ImmutableArray.CreateBuilder<Recipient>(
            message.To.Count + message.Cc.Count + message.Bcc.Count);
        recipients.AddRange(message.To);
        recipients.AddRange(message.Cc);
        recipients.AddRange(message.Bcc);
        var personalized = false;
        foreach (var recipient in recipients)
            personalized |= recipient.Variables.Count > 0;
        var parts = new MailParts(
            message.From!, message.ReplyTo, message.Subject ?? "", message.Text, message.Html, message.Headers,
            message.Attachments, personalized, message.ListUnsubscribe, message.ListId,
            message.Template);
        return new SubmitCommand
        {
            Account = message.Account,
            Source = new MailSource.Parts(parts),
            Recipients = recipients.MoveToImmutable(),
            Stream = message.Stream,
            SendAt = message.SendAt,
            ExpiresIn = message.ExpiresIn,
            OnUncertain = message.OnUncertain,
            Tags = message.Tags,
            Campaign = message.Campaign,
            Metadata = message.Metadata,
            Idempotency = mark,
            DryRun = message.DryRun,
            List = message.List,
            Bypass = message.Bypass,
            Subject = message.Subject is { Length: > SubjectKept } given ? given[..SubjectKept] : message.Subject ?? "",
        };
    }

    /// <summary>Characters of the subject that are kept for search.</summary>
    private const int SubjectKept = 255;

    private static void Require(MessageFields message, string field, FieldErrors errors)
    {
        if (!MessageReader.Has(message, field))
            errors.Add(field, "missing", "The field is required.");
    }

    private static void CheckRecipients(MessageFields message, FieldErrors errors)
    {
        var count = message.To.Count + message.Cc.Count + message.Bcc.Count;
        if (count == 0 && (!errors.Any || NoneGiven(message)))
            errors.Add("to", "missing", "At least one recipient is required in to, cc or bcc.");
        if (count > SubmissionLimits.HttpRecipientsMax)
        {
            var field = message.To.Count > SubmissionLimits.HttpRecipientsMax ? "to"
                : message.To.Count + message.Cc.Count > SubmissionLimits.HttpRecipientsMax ? "cc" : "bcc";
            errors.Add(field, "too_many",
                $"There may be {SubmissionLimits.HttpRecipientsMax} recipients in to, cc and bcc together.");
        }
        else if (count > 1)
        {
            var known = new HashSet<string>(count, StringComparer.Ordinal);
            CheckDuplicates("to", message.To, known, errors);
            CheckDuplicates("cc", message.Cc, known, errors);
            CheckDuplicates("bcc", message.Bcc, known, errors);
        }
    }

    private static bool NoneGiven(MessageFields message) =>
        !MessageReader.Has(message, "to") && !MessageReader.Has(message, "cc") && !MessageReader.Has(message, "bcc");

    /// <summary>Two copies to one mailbox are never meant, and which spelling to drop is not ours to guess.</summary>
    private static void CheckDuplicates(
        string field, IReadOnlyList<Recipient> recipients, HashSet<string> known, FieldErrors errors)
    {
        for (var i = 0; i < recipients.Count; i++)
        {
            if (known.Add(recipients[i].Address.Key))
                continue;
            errors.Enter(field);
            errors.Enter(i);
            errors.Add("duplicate_recipient", "This mailbox is a recipient already.");
            errors.Leave();
            errors.Leave();
        }
    }

    /// <summary>A value that is put into the subject must be fit for a header.</summary>
    private static void CheckSubjectValues(MessageFields message, FieldErrors errors)
    {
        if (message.Subject is null || !message.Subject.Contains("{{", StringComparison.Ordinal))
            return;
        CheckAll("to", message.To);
        CheckAll("cc", message.Cc);
        CheckAll("bcc", message.Bcc);

        void CheckAll(string field, IReadOnlyList<Recipient> recipients)
        {
            for (var i = 0; i < recipients.Count; i++)
            {
                foreach (var (name, value) in recipients[i].Variables)
                {
                    if (!value.AsSpan().ContainsAny(TextRules.Controls) || !Names(message.Subject, name))
                        continue;
                    errors.Enter(field);
                    errors.Enter(i);
                    errors.Enter("variables");
                    errors.Add(name, "control_character", "The value goes into the subject and holds a line break.");
                    errors.Leave();
                    errors.Leave();
                    errors.Leave();
                }
            }
        }
    }

    /// <summary>Whether the subject holds the name between double braces, with spaces or without.</summary>
    private static bool Names(string subject, string name)
    {
        var rest = subject.AsSpan();
        while (rest.IndexOf("{{") is >= 0 and var open)
        {
            rest = rest[(open + 2)..];
            var close = rest.IndexOf("}}");
            if (close < 0)
                return false;
            if (rest[..close].Trim().SequenceEqual(name))
                return true;
        }

        return false;
    }
}
