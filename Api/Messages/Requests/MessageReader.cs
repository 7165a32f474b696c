using Actors.Api.Json;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Submissions;

namespace Actors.Api.Messages.Requests;

/// <summary>Reads the object that describes a message, field by field.</summary>
internal static class MessageReader
{
    /// <summary>UTF-16 code units of a body: above any request that is let in.</summary>
    private const int BodyLengthMax = int.MaxValue / 8;

    public static readonly FieldTable Table = new(
        "smtp_account", "from", "to", "cc", "bcc", "reply_to", "subject", "text", "html", "headers", "attachments",
        "tags", "metadata", "send_at", "expires_in", "on_uncertain", "stream", "dry_run",
        "list_unsubscribe", "list_id", "template", "campaign", "list", "bypass");

    /// <param name="json">Stands on the first token of the value.</param>
    /// <param name="into">Values read replace those it has.</param>
    public static void Read(ref JsonCursor json, MessageFields into, DateTimeOffset now)
    {
        if (!json.BeginObject())
            return;
        var seen = 0u;
        while (json.NextField(Table, ref seen) is >= 0 and var field)
        {
            ReadField(ref json, Table.Names[field], into, now);
            json.Errors.Leave();
        }

        into.Seen |= seen;
    }

    /// <summary>Whether a field was given, right or wrong.</summary>
    public static bool Has(MessageFields message, string field)
    {
        for (var i = 0; i < Table.Names.Count; i++)
        {
            if (Table.Names[i] == field)
                return (message.Seen & (1u << i)) != 0;
        }

        throw new ArgumentOutOfRangeException(nameof(field), field, null);
    }

    private static void ReadField(ref JsonCursor json, string field, MessageFields into, DateTimeOffset now)
    {
        switch (field)
        {
            case "smtp_account": into.Account = Account(ref json); break;
            case "from": into.From = AddressReader.Mailbox(ref json); break;
            case "to": into.To = AddressReader.Recipients(ref json, RecipientKind.To); break;
            case "cc": into.Cc = AddressReader.Recipients(ref json, RecipientKind.Cc); break;
            case "bcc": into.Bcc = AddressReader.Recipients(ref json, RecipientKind.Bcc); break;
            case "reply_to": into.ReplyTo = AddressReader.Mailboxes(ref json, SubmissionLimits.ReplyToMax); break;
            case "subject": into.Subject = TextReader.Line(ref json, SubmissionLimits.SubjectLengthMax); break;
            case "text": into.Text = TextReader.Body(ref json, BodyLengthMax); break;
            case "html": into.Html = TextReader.Body(ref json, BodyLengthMax); break;
            case "headers": into.Headers = HeaderReader.Headers(ref json); break;
            case "attachments": into.Attachments = AttachmentReader.Attachments(ref json); break;
            case "tags": into.Tags = TextReader.Tags(ref json); break;
            case "campaign": into.Campaign = TextReader.Line(ref json, SubmissionLimits.CampaignLengthMax); break;
            case "metadata": into.Metadata = TextReader.Metadata(ref json); break;
            case "send_at": into.SendAt = TimeReader.SendAt(ref json, now); break;
            case "expires_in": into.ExpiresIn = TimeReader.ExpiresIn(ref json); break;
            case "on_uncertain":
                into.OnUncertain =
                    TextReader.OneOf(ref json, "retry", "hold") == 1 ? OnUncertain.Hold : OnUncertain.Retry;
                break;
            case "stream":
                into.Stream = TextReader.OneOf(ref json, "transactional", "marketing") is >= 0 and var stream
                    ? (MailStream)stream
                    : null;
                break;
            case "list_unsubscribe": into.ListUnsubscribe = ListReader.Unsubscribe(ref json); break;
            case "list_id": into.ListId = ListReader.Id(ref json); break;
            case "template": into.Template = TemplateReader.Template(ref json); break;
            case "list": into.List = TextReader.Line(ref json, ContactLimits.ListNameLengthMax); break;
            case "bypass": into.Bypass = ListReader.Bypasses(ref json); break;
            case "dry_run": into.DryRun = TextReader.Flag(ref json); break;
        }
    }

    private static AccountId? Account(ref JsonCursor json)
    {
        if (TextReader.Line(ref json, AccountLengthMax) is not { } text)
            return null;
        if (AccountId.TryParse(text, out var account))
            return account;
        json.Errors.Add("invalid_id", "An SMTP account's id is acc_ and 1 to 40 of a-z, 0-9, - and _.");
        return null;
    }

    private const int AccountLengthMax = 44;
}
