using System.Collections.Immutable;
using Actors.Grains.Answers;
using Actors.Grains.StandardEmails;
using Actors.Grains.Submissions;
using Actors.Grains.Templating;

namespace Actors.Grains.Templates;

/// <summary>Renders a template with examples: pure.</summary>
internal static class TemplatePreviews
{
    private static readonly Refusal WrongValues = new(
        RefusalCode.InvalidField, "The values are no JSON object within the limits.",
        [
            new FieldError(
                "/variables", "invalid_values",
                $"The values have to be an object of at most {TemplateLimits.ValuesBytesMax} bytes, "
                + $"nested at most {TemplateLimits.ValuesDepthMax} deep."),
        ]);

    /// <param name="standard">Its samples stand in for values that are not given; null for a template of the tenant's
    /// own, which shows the name of a value in brackets instead.</param>
    /// <param name="values">JSON; null for none.</param>
    public static Answer<TemplatePreview> Of(
        EmailText words, EmailFooter? footer, StandardEmail? standard, string? values)
    {
        var text = EmailRendering.WithFooter(words, footer);
        var none = ImmutableDictionary<string, string>.Empty;
        if (!TemplateValues.TryParse(values, none, out var given))
            return WrongValues;
        var faults = EmailRendering.Check(text, TemplateLimits.TagsMax + TemplateLimits.FooterTagsMax);
        if (!faults.IsEmpty)
            return EmailFault.Refuse(faults);
        var samples = (standard?.Values ?? []).ToImmutableDictionary(value => value.Name, value => value.Sample);
        var unknown = EmailRendering.Variables(text)
            .Where(name => !given.Has(name) && !samples.ContainsKey(name)).ToImmutableArray();
        var shown = samples.RemoveRange(samples.Keys.Where(given.Has)).AddRange(
            unknown.ToDictionary(name => name, name => $"[{name}]"));
        if (!TemplateValues.TryParse(values, shown, out var all))
            return WrongValues;
        return EmailRendering.TryRender(text, all, sentBy: null, out var mail, out var fault)
            ? Answer.Of(new TemplatePreview(mail, unknown, EmailFault.Places(Warnings(words, standard, mail, shown))))
            : EmailFault.Refuse([fault]);
    }

    /// <summary>Why the words could not be stored, or why the original would be sent in their place.</summary>
    private static ImmutableArray<EmailFault> Warnings(
        EmailText words, StandardEmail? standard, RenderedEmail mail, ImmutableDictionary<string, string> shown)
    {
        var faults = LinkRules.Check(words, standard);
        return !faults.IsEmpty || standard is not { HasLink: true }
            || LinkRules.Keeps(mail, shown.GetValueOrDefault("link"))
            ? faults
            : [LinkRules.Lost];
    }
}
