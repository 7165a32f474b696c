using System.Collections.Immutable;
using Actors.Grains.Submissions;
using Actors.Grains.Templating;
using Actors.Grains.Unsubscribing;
using Actors.Mail.Addresses;
using Actors.Mail.Messages;

namespace Actors.Grains.Rendering;

/// <summary>Turns the parts a client gave into a draft, and names every field that cannot be in one.</summary>
/// <param name="tenant">Whose mail it is.</param>
/// <param name="mail">The parts.</param>
/// <param name="own">Variables of the recipient.</param>
/// <param name="lengthMax">Of subject and bodies, in UTF-16 units.</param>
/// <param name="offer">How the recipient leaves; null where there is nothing to leave.</param>
internal sealed class DraftBuilder(
    Ids.TenantId tenant, MailParts mail, ImmutableDictionary<string, string> own, int lengthMax,
    UnsubscribeOffer? offer)
{
    /// <summary>The platform's own address goes before a variable of that name: it is the one that works.</summary>
    private readonly ImmutableDictionary<string, string> variables =
        offer is null || (!mail.Personalized && mail.Template is null)
            ? own
            : own.SetItem(UnsubscribeOffer.Variable, offer.Url);

    private readonly ImmutableArray<FieldError>.Builder errors = ImmutableArray.CreateBuilder<FieldError>();

    public ImmutableArray<FieldError> Errors => errors.ToImmutable();

    /// <returns>Null when there are errors.</returns>
    public MessageDraft? Build(StoredSubmission submission)
    {
        var subject = Subject();
        var text = Body(mail.Text, "/text", html: false);
        var html = Body(mail.Html, "/html", html: true);
        if (HasLine)
        {
            text = text is null ? null : offer!.InText(text, mail.Language);
            html = html is null ? null : offer!.InHtml(html, mail.Language);
        }
        var headers = Headers();
        var attachments = Attachments();
        var unsubscribe = Unsubscribe();
        ListId? listId = null;
        if (mail.ListId is not null && !ListId.TryParse(mail.ListId, out listId))
            Error("/list_id", "invalid_list_id", "The list id is not one.");
        if (!MessageId.TryParse(submission.MessageIdHeader, out var id))
            Error("/headers", "invalid_message_id", "The Message-ID is not one.");
        if (errors.Count > 0)
            return null;
        return new MessageDraft
        {
            From = mail.From,
            To = Mailboxes(submission, RecipientKind.To),
            Cc = Mailboxes(submission, RecipientKind.Cc),
            ReplyTo = mail.ReplyTo,
            Subject = subject,
            Text = text,
            Html = html,
            ExtraHeaders = headers,
            Attachments = attachments,
            ListUnsubscribe = unsubscribe,
            ListId = listId,
            Date = submission.Date,
            MessageId = id!,
            BoundarySeed = submission.Id.Value,
        };
    }

    /// <summary>A sender that gives a page of its own keeps its own lists: neither header nor line is added.</summary>
    private bool HasLine => offer is { IsAdded: true } && mail.ListUnsubscribe?.Url is null;

    private HeaderValue Subject()
    {
        if (HeaderValue.TryParse(Words(mail.Subject, "/subject", html: false), out var subject))
            return subject;
        Error("/subject", "invalid_header", "The subject must be at most 8192 characters without control characters.");
        return HeaderValue.Empty;
    }

    /// <summary>Read after its variables are filled in: only then it is an address.</summary>
    private ListUnsubscribe? Unsubscribe()
    {
        if (HasLine)
            return offer!.Header(mail.ListUnsubscribe?.Mailto);
        if (mail.ListUnsubscribe is not { } given)
            return null;
        var before = errors.Count;
        var url = given.Url is null ? null : Filled(given.Url, "/list_unsubscribe/url", html: false);
        if (errors.Count > before)
            return null;
        if (!ListUnsubscribe.TryCreate(url, given.Mailto, given.OneClick, out var list, out var problem))
            Error("/list_unsubscribe", "invalid_unsubscribe", problem);
        return list;
    }

    private string? Body(string? template, string pointer, bool html) =>
        template is null ? null : Words(template, pointer, html);

    private string Words(string source, string pointer, bool html) =>
        mail.Template is { } template ? Rendered(template, source, pointer, html) : Filled(source, pointer, html);

    private string Rendered(MailTemplate template, string source, string pointer, bool html)
    {
        if (!TemplateValues.TryParse(template.Values, variables, out var values))
        {
            Error("/template/variables", "invalid_values", "The variables are no JSON object within the limits.");
            return "";
        }
        if (CompiledTemplate.TryFind(tenant, source, html, out var compiled, out var fault)
            && compiled.TryRender(values, out var text, out fault))
        {
            if (text.Length <= lengthMax)
                return text;
            fault = new TemplateFault("too_long", "With its variables filled in, the text is too large for a message.");
        }
        Error("/template", fault.Code, $"The template's {pointer[1..]} cannot be filled in. {fault.Detail}");
        return "";
    }

    private string Filled(string template, string pointer, bool html)
    {
        if (!mail.Personalized)
            return offer is { IsAdded: true }
                ? template.Replace(UnsubscribeOffer.Placeholder, offer.Url, StringComparison.Ordinal)
                : template;
        if (Placeholders.TryFill(template, variables, html, lengthMax, out var filled, out var missing))
            return filled;
        if (missing is null)
            Error(pointer, "too_long", "With its variables filled in, the text is larger than a message may be.");
        else
            Error(pointer, "missing_variable", $"The variable '{missing}' has no value.");
        return filled;
    }

    private List<ExtraHeader> Headers()
    {
        var headers = new List<ExtraHeader>(mail.Headers.Length);
        foreach (var (name, value) in mail.Headers)
        {
            if (ExtraHeader.TryCreate(name, value, out var header, out var problem))
                headers.Add(header);
            else
                Error($"/headers/{name.Replace("~", "~0", StringComparison.Ordinal)
                    .Replace("/", "~1", StringComparison.Ordinal)}", "invalid_header", problem);
        }
        return headers;
    }

    private List<Attachment> Attachments()
    {
        var attachments = new List<Attachment>(mail.Attachments.Length);
        for (var i = 0; i < mail.Attachments.Length; i++)
            if (AttachmentOf(mail.Attachments[i], $"/attachments/{i}") is { } attachment)
                attachments.Add(attachment);
        return attachments;
    }

    private Attachment? AttachmentOf(MailAttachment given, string pointer)
    {
        var before = errors.Count;
        if (!FileName.TryParse(given.FileName, out var name))
            Error($"{pointer}/filename", "invalid_filename", "A file name has 1 to 255 characters and no path.");
        if (!MediaType.TryParse(given.ContentType, out var type))
            Error($"{pointer}/content_type", "invalid_content_type", "The content type is not one for an attachment.");
        ContentId? contentId = null;
        if (given.ContentId is not null && !ContentId.TryParse(given.ContentId, out contentId))
            Error($"{pointer}/content_id", "invalid_content_id", "The content id is not one.");
        return errors.Count > before ? null : new Attachment(
            name!, type!, contentId is null ? Disposition.Attachment : Disposition.Inline, contentId, given.Content);
    }

    private static List<Mailbox> Mailboxes(StoredSubmission submission, RecipientKind kind)
    {
        var mailboxes = new List<Mailbox>();
        foreach (var recipient in submission.HeaderRecipients)
            if (recipient.Kind == kind && Mailbox.TryCreate(recipient.Name, recipient.Address, out var mailbox))
                mailboxes.Add(mailbox);
        return mailboxes;
    }

    private void Error(string pointer, string code, string detail) =>
        errors.Add(new FieldError(pointer, code, detail));
}
