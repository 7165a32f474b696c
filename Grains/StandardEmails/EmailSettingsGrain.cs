using Actors.Grains.Answers;
using Actors.Grains.Departures;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;
using Actors.Grains.Templating;

namespace Actors.Grains.StandardEmails;

public sealed class EmailSettingsGrain(
    [PersistentState("email-settings", StorageNames.Grains)] IPersistentState<EmailSettingsState> stored)
    : Grain, IEmailSettingsGrain
{
    public Task<Answer<EmailSettings>> Get() => Task.FromResult(View());

    public Task<Answer<EmailSettings>> SetLanguage(string language, string? ifMatch) =>
        Save(stored.State with { Language = EmailLanguages.Nearest(language) }, ifMatch);

    public async Task<Answer<EmailSettings>> SetFooter(EmailFooter? footer, string? ifMatch) =>
        footer is not null && Problem(footer) is { } refusal
            ? refusal
            : await Save(stored.State with { Footer = footer }, ifMatch);

    public Task<string?> Export() => Task.FromResult(stored.RecordExists ? ExportLine.Of(View().Value) : null);

    public Task Erase() => stored.Erase(this);

    private async Task<Answer<EmailSettings>> Save(EmailSettingsState next, string? ifMatch)
    {
        if (Answer.Stale(ifMatch, stored.Etag ?? TemplateEtag.Untouched) is { } stale)
            return stale;
        await stored.Save(next, this);
        return View();
    }

    private Answer<EmailSettings> View() => Answer.Of(
        new EmailSettings(stored.State.Language, stored.State.Footer), stored.Etag ?? TemplateEtag.Untouched);

    /// <summary>Every block of a footer closes in it: together with any template, it is right.</summary>
    private static Refusal? Problem(EmailFooter footer)
    {
        var faults = EmailRendering.Check(
            new EmailText("", footer.Text, footer.Html, Footer: false), TemplateLimits.FooterTagsMax);
        if (faults.IsEmpty)
            faults = LinkRules.Check(footer);
        return faults.IsEmpty ? null : EmailFault.Refuse(faults);
    }
}
