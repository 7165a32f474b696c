using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using Actors.Grains.Ids;
using Actors.Grains.Templating;

namespace Actors.Grains.StandardEmails;

/// <summary>Makes a mail of its template: pure.</summary>
public static class EmailRendering
{
    private const string BodyEnd = "</body>";

    /// <summary>The template with the footer in its place, as one template.</summary>
    /// <param name="footer">Null where the tenant has none.</param>
    public static EmailText WithFooter(EmailText email, EmailFooter? footer)
    {
        if (!email.Footer || footer is null)
            return email;
        return email with
        {
            Text = $"{email.Text.TrimEnd('\n')}\n\n{footer.Text}",
            Html = email.Html is { } page ? Inserted(page, HtmlOf(footer)) : null,
            Footer = false,
        };
    }

    /// <param name="tagsMax">Of each part.</param>
    /// <returns>Everything that keeps the template from being used, part by part.</returns>
    public static ImmutableArray<EmailFault> Check(EmailText email, int tagsMax = TemplateLimits.TagsMax)
    {
        var faults = ImmutableArray.CreateBuilder<EmailFault>();
        foreach (var (part, source, _) in Parts(email))
        {
            if (TemplateSyntax.Check(source, tagsMax, out _) is { } fault)
                faults.Add(new EmailFault(part, fault));
        }
        return faults.ToImmutable();
    }

    /// <returns>What all parts together ask for, each name once.</returns>
    public static ImmutableArray<string> Variables(EmailText email) =>
        [.. Parts(email).SelectMany(part => Asked(part.Source)).Distinct(StringComparer.Ordinal)];

    /// <param name="email">With its footer already.</param>
    /// <param name="sentBy">Whose words they are, where they are worth keeping compiled; null for what is looked at
    /// once.</param>
    /// <param name="fault">The first part that does not render; null when all do.</param>
    public static bool TryRender(
        EmailText email, TemplateValues values, TenantId? sentBy,
        [NotNullWhen(true)] out RenderedEmail? rendered, [NotNullWhen(false)] out EmailFault? fault)
    {
        rendered = null;
        fault = null;
        var made = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (part, source, html) in Parts(email))
        {
            if (!TryCompile(sentBy, source, html, out var template, out var problem)
                || !template.TryRender(values, out var text, out problem))
            {
                fault = new EmailFault(part, problem);
                return false;
            }
            made[part] = text;
        }
        if (!Mail.Messages.HeaderValue.TryParse(made["subject"], out _))
        {
            fault = new EmailFault("subject", new TemplateFault(
                "invalid_header", "The subject must be at most 8192 characters without control characters."));
            return false;
        }
        rendered = new RenderedEmail(made["subject"], made["text"], made.GetValueOrDefault("html"));
        return true;
    }

    private static bool TryCompile(
        TenantId? sentBy, string source, bool html,
        [NotNullWhen(true)] out CompiledTemplate? template, [NotNullWhen(false)] out TemplateFault? fault) =>
        sentBy is { } tenant
            ? CompiledTemplate.TryFind(tenant, source, html, out template, out fault)
            : CompiledTemplate.TryCompile(source, html, out template, out fault);

    private static IEnumerable<(string Part, string Source, bool Html)> Parts(EmailText email)
    {
        yield return ("subject", email.Subject, false);
        yield return ("text", email.Text, false);
        if (email.Html is not null)
            yield return ("html", email.Html, true);
    }

    private static IEnumerable<string> Asked(string source) =>
        TemplateSyntax.Check(source, int.MaxValue, out var variables) is null
            ? variables.Select(variable => variable.Name)
            : [];

    private static string HtmlOf(EmailFooter footer) => footer.Html
        ?? $"<p style=\"white-space:pre-line\">{WebUtility.HtmlEncode(footer.Text)}</p>\n";

    private static string Inserted(string page, string footer)
    {
        var end = page.LastIndexOf(BodyEnd, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? page + footer : page.Insert(end, footer);
    }
}
