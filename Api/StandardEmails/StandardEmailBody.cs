using Actors.Api.Templates;
using Actors.Grains.StandardEmails;
using Actors.Grains.Templates;

namespace Actors.Api.StandardEmails;

/// <param name="Kind">To name it by; to send with where the tenant sends it.</param>
/// <param name="SentBy">platform: to the tenant's users, when there is a reason; tenant: to its customers, when it
/// sends with this kind as the template.</param>
/// <param name="Draft">Words that wait to be published; absent where there are none.</param>
/// <param name="InUse">The words that are sent: the tenant's, or the original in its language.</param>
/// <param name="Version">The version in use; absent for the original.</param>
/// <param name="Variables">What the words may use, with the samples that previews show.</param>
internal sealed record StandardEmailBody(
    string Kind, string SentBy, EmailTextBody? Draft, EmailTextBody InUse, int? Version,
    IReadOnlyList<VariableBody> Variables, DateTimeOffset? ChangedAt)
{
    public static StandardEmailBody Of(StandardEmail standard, TemplateView view) => new(
        standard.Name, standard.IsTenants ? "tenant" : "platform", EmailTextBody.Of(view.Draft),
        EmailTextBody.Of(view.InUse)!, view.Version,
        [.. standard.Values.Select(value => new VariableBody(value.Name, value.Sample))], view.ChangedAt);
}

internal sealed record VariableBody(string Name, string Sample);

/// <param name="Language">en, cs, de or pl: of the originals.</param>
internal sealed record EmailLanguageBody(string Language);

/// <param name="Text">Up to 16,384 characters; Handlebars, nothing is escaped. Empty where there is no footer.</param>
/// <param name="Html">Up to 16,384 characters; Handlebars, values are escaped. Made of the text where absent.</param>
internal sealed record EmailFooterBody(string Text, string? Html);
