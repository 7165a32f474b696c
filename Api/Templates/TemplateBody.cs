using Actors.Api.Problems;
using Actors.Grains.StandardEmails;
using Actors.Grains.Templates;

namespace Actors.Api.Templates;

/// <param name="Id">tpl_...: to send with, and to name it by.</param>
/// <param name="Draft">Words that wait to be published; absent where there are none.</param>
/// <param name="InUse">The words that are sent; absent where nothing has been published.</param>
/// <param name="Version">The version in use.</param>
internal sealed record TemplateBody(
    string Id, string Name, EmailTextBody? Draft, EmailTextBody? InUse, int? Version,
    DateTimeOffset? CreatedAt, DateTimeOffset? ChangedAt)
{
    public static TemplateBody Of(TemplateView view) => new(
        view.Id, view.Name, EmailTextBody.Of(view.Draft), EmailTextBody.Of(view.InUse), view.Version,
        view.CreatedAt, view.ChangedAt);
}

/// <param name="Footer">Whether the shared footer follows.</param>
internal sealed record EmailTextBody(string Subject, string Text, string? Html, bool Footer)
{
    public static EmailTextBody? Of(EmailText? text) =>
        text is null ? null : new EmailTextBody(text.Subject, text.Text, text.Html, text.Footer);
}

/// <param name="Version">To send with, and to go back to.</param>
/// <param name="InUse">Whether it is the one that is sent.</param>
internal sealed record TemplateVersionBody(int Version, DateTimeOffset PublishedAt, bool InUse, EmailTextBody Words)
{
    public static IReadOnlyList<TemplateVersionBody> Of(TemplateView view) =>
    [
        .. view.Versions.Select(each => new TemplateVersionBody(
            each.Number, each.PublishedAt, each.Number == view.Version, EmailTextBody.Of(each.Text)!)),
    ];
}

/// <param name="UnknownVariables">Names that the words ask for, and that have neither a sample nor a value
/// here.</param>
/// <param name="Warnings">Why these words would not be stored, or would not be sent as they are.</param>
internal sealed record PreviewBody(
    string Subject, string Text, string? Html, IReadOnlyList<string> UnknownVariables,
    IReadOnlyList<PlaceError> Warnings)
{
    public static PreviewBody Of(TemplatePreview preview) => new(
        preview.Mail.Subject, preview.Mail.Text, preview.Mail.Html, preview.Unknown,
        [.. preview.Warnings.Select(each => new PlaceError(each.Code, each.Detail, each.Pointer))]);
}

/// <param name="To">Whom the test message goes to.</param>
internal sealed record TestSentBody(string To, string Subject);
