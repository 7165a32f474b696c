using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Submissions;
using Actors.Grains.Templating;

namespace Actors.Grains.Templates;

/// <summary>A submission that names a template: pure.</summary>
public static class TemplateUse
{
    /// <summary>Characters of the subject that are kept for search.</summary>
    private const int SubjectKept = 255;

    public static Refusal Unknown(string id) => new(
        RefusalCode.InvalidField, $"There is no template {id}.",
        [new FieldError("/template/id", "unknown_template", "There is no such template.")]);

    public static Refusal Refuse(MailTemplate template, Refusal reason) => reason.Code != RefusalCode.NotFound
        ? new(
            RefusalCode.InvalidField, reason.Detail,
            [new FieldError("/template/id", "not_published", reason.Detail)])
        : template.Version is { } version
            ? new(
                RefusalCode.InvalidField, $"There is no version {version} of the template {template.Id}.",
                [new FieldError("/template/version", "unknown_version", "There is no such version, or no longer.")])
            : Unknown(template.Id);

    /// <summary>The command with the words of that version: what becomes of the template later changes nothing of
    /// it.</summary>
    public static SubmitCommand Filled(
        TenantId tenant, SubmitCommand command, MailParts mail, MailTemplate template, TemplateWords words) =>
        command with
        {
            Source = new MailSource.Parts(mail with
            {
                Subject = words.Text.Subject,
                Text = words.Text.Text,
                Html = words.Text.Html,
                Template = template with { Version = words.Version },
            }),
            Subject = Shown(tenant, words.Text.Subject, template.Values),
        };

    /// <summary>With what is the same for all recipients; the rest as the template has it.</summary>
    private static string Shown(TenantId tenant, string subject, string? values)
    {
        var shown = TemplateValues.TryParse(values, ImmutableDictionary<string, string>.Empty, out var given)
            && CompiledTemplate.TryFind(tenant, subject, html: false, out var compiled, out _)
            && compiled.TryRender(given, out var text, out _)
                ? text
                : subject;
        return shown.Length <= SubjectKept ? shown : shown[..SubjectKept];
    }
}
