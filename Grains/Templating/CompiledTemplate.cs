using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Actors.Grains.Ids;
using HandlebarsDotNet;

namespace Actors.Grains.Templating;

/// <summary>One part of a template that is right, made ready for Handlebars.</summary>
public sealed class CompiledTemplate
{
    private static readonly TemplateCache Known = new(TemplateLimits.CompiledMax);

    private readonly HandlebarsTemplate<TextWriter, object, object> compiled;

    private CompiledTemplate(HandlebarsTemplate<TextWriter, object, object> compiled) => this.compiled = compiled;

    /// <summary>As <see cref="TryCompile"/>, for what is sent again and again: kept in memory within the tenant's
    /// share.</summary>
    public static bool TryFind(
        TenantId tenant, string source, bool html, [NotNullWhen(true)] out CompiledTemplate? template,
        [NotNullWhen(false)] out TemplateFault? fault)
    {
        fault = null;
        if (Known.TryFind(tenant, source, html, out template))
            return true;
        if (!TryCompile(source, html, out template, out fault))
            return false;
        Known.Add(tenant, source, html, template);
        return true;
    }

    /// <param name="html">Values are text within HTML, and escaped; else nothing is.</param>
    /// <param name="fault">Null when it compiles.</param>
    public static bool TryCompile(
        string source, bool html, [NotNullWhen(true)] out CompiledTemplate? template,
        [NotNullWhen(false)] out TemplateFault? fault)
    {
        template = null;
        fault = TemplateSyntax.Check(
            source, TemplateLimits.TagsMax + TemplateLimits.FooterTagsMax, out _, out var plain);
        if (fault is not null)
            return false;
        try
        {
            template = Compile(plain, html);
        }
        catch (HandlebarsException)
        {
            fault = new TemplateFault("invalid_template", "Handlebars cannot read the template.");
            return false;
        }
        return true;
    }

    /// <param name="text">Null where a limit stopped it.</param>
    public bool TryRender(
        TemplateValues values, [NotNullWhen(true)] out string? text, [NotNullWhen(false)] out TemplateFault? fault)
    {
        using var output = new TemplateOutput();
        try
        {
            compiled(output, values.Tree(new TemplateBudget()));
            (text, fault) = (output.ToString(), null);
            return true;
        }
        catch (Exception stopped) when (StoppedBy(stopped) is { } limit)
        {
            (text, fault) = (null, limit);
            return false;
        }
        catch (HandlebarsException)
        {
            (text, fault) = (null, new TemplateFault("invalid_template", "The template does not fit its values."));
            return false;
        }
    }

    /// <summary>Each has an environment of its own: a shared one remembers every name it ever saw.</summary>
    private static CompiledTemplate Compile(string source, bool html)
    {
        var handlebars = Handlebars.Create(new HandlebarsConfiguration
        {
            FormatProvider = CultureInfo.InvariantCulture,
            NoEscape = !html,
            TextEncoder = new HtmlText(),
        });
        return new CompiledTemplate(handlebars.Compile(new StringReader(source)));
    }

    private static TemplateFault? StoppedBy(Exception fault)
    {
        for (Exception? each = fault; each is not null; each = each.InnerException)
            if (each is TemplateStoppedException stopped)
                return stopped.Fault;
        return null;
    }
}
