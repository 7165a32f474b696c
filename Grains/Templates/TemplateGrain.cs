using Actors.Grains.Answers;
using Actors.Grains.Departures;
using Actors.Grains.Ports;
using Actors.Grains.StandardEmails;
using Actors.Grains.Submissions;

namespace Actors.Grains.Templates;

public sealed class TemplateGrain(
    [PersistentState("template", StorageNames.Grains)] IPersistentState<TemplateState> stored, TimeProvider time)
    : Grain, ITemplateGrain
{
    private static readonly Refusal NothingToUse = Refusal.Of(
        RefusalCode.Conflict, "Nothing of this template has been published yet.");

    private TemplateKey Key => TemplateKey.Parse(this.GetPrimaryKeyString());

    private bool Exists => stored.RecordExists || Key.Standard is not null;

    private string? Etag => stored.Etag ?? (Exists ? TemplateEtag.Untouched : null);

    public async Task<Answer<TemplateView>> Get() => Exists ? await View() : Answer.NotFound;

    public async Task<Answer<TemplateView>> Create(string name, EmailText text, bool publish)
    {
        if (Key.Standard is not null)
            return Answer.NotFound;
        if (TemplateRules.Check(text, standard: null) is { } refusal)
            return refusal;
        var now = time.GetUtcNow();
        var wanted = TemplateRules.Change(new TemplateState { CreatedAt = now }, name, text, now);
        if (publish)
            wanted = TemplateRules.Publish(wanted, now);
        if (stored.RecordExists)
            return stored.State.Name == name && (stored.State.Draft ?? TemplateRules.InUse(stored.State)?.Text) == text
                ? await View()
                : Refusal.Of(RefusalCode.AlreadyExists, $"There is a template {Key.Id} with other words already.");
        await stored.Save(wanted, this);
        return await View();
    }

    public Task<Answer<TemplateView>> Change(string? name, EmailText text, bool publish, string? ifMatch) =>
        Save(ifMatch, (state, now) =>
        {
            if (TemplateRules.Check(text, Key.Standard) is { } refusal)
                return (state, refusal);
            var next = TemplateRules.Change(state, name, text, now);
            return (publish ? TemplateRules.Publish(next, now) : next, null);
        });

    public Task<Answer<TemplateView>> Publish(string? ifMatch) => Save(ifMatch, (state, now) =>
        (TemplateRules.Publish(state, now), state switch
        {
            { Draft: { } draft } => TemplateRules.Check(draft, Key.Standard), // it may be from before a rule was made
            { InUse: null } => NothingToUse,
            _ => null,
        }));

    public Task<Answer<TemplateView>> GoBack(int version, string? ifMatch) => Save(ifMatch, (state, now) =>
        TemplateRules.GoBack(state, version, now) is { } next
            ? (next, TemplateRules.Check(TemplateRules.InUse(next)!.Text, Key.Standard))
            : (state, Answer.NotFound));

    public Task<Answer<TemplateView>> Reset(string? ifMatch) => Save(ifMatch, (state, now) =>
        (TemplateRules.Reset(state, Key.Standard is not null, now), null));

    public async Task<string?> Export() => stored.RecordExists ? ExportLine.Of((await View()).Value) : null;

    public Task Erase() => stored.Erase(this);

    public async Task<Answer<TemplateView>> Delete(string? ifMatch)
    {
        if (Key.Standard is not null || !stored.RecordExists)
            return Answer.NotFound;
        if (Answer.Stale(ifMatch, Etag) is { } stale)
            return stale;
        var last = await View();
        await stored.ClearStateAsync();
        return last;
    }

    public async Task<Answer<TemplatePreview>> Preview(TemplatePreviewCommand command)
    {
        if (!Exists)
            return Answer.NotFound;
        var settings = await Settings();
        var text = command.Text ?? (command.Draft ? stored.State.Draft : null)
            ?? TemplateRules.InUse(stored.State)?.Text ?? Original(settings.Language) ?? stored.State.Draft;
        return text is null
            ? NothingToUse
            : TemplatePreviews.Of(text, settings.Footer, Key.Standard, command.Values);
    }

    public async Task<Answer<TemplateWords>> Words(int? version, string? language)
    {
        if (!Exists)
            return Answer.NotFound;
        var settings = await Settings();
        var chosen = version is { } number
            ? stored.State.Versions.FirstOrDefault(each => each.Number == number)
            : TemplateRules.InUse(stored.State);
        if (version is not null && chosen is null)
            return Answer.NotFound;
        return (chosen?.Text ?? Original(language ?? settings.Language)) is { } text
            ? Answer.Of(new TemplateWords(
                EmailRendering.WithFooter(text, settings.Footer), chosen?.Number, IsOriginal: chosen is null))
            : NothingToUse;
    }

    private async Task<Answer<TemplateView>> Save(
        string? ifMatch, Func<TemplateState, DateTimeOffset, (TemplateState Next, Refusal? Refusal)> decide)
    {
        if (!Exists)
            return Answer.NotFound;
        if (Answer.Stale(ifMatch, Etag) is { } stale)
            return stale;
        var (next, refusal) = decide(stored.State, time.GetUtcNow());
        if (refusal is not null)
            return refusal;
        if (!ReferenceEquals(next, stored.State))
            await stored.Save(next, this);
        return await View();
    }

    private async Task<Answer<TemplateView>> View()
    {
        var (state, inUse) = (stored.State, TemplateRules.InUse(stored.State));
        var original = Key.Standard is null || inUse is not null ? null : Original((await Settings()).Language);
        return Answer.Of(
            new TemplateView(
                Key.Id, Key.Standard?.Name ?? state.Name, state.Draft, inUse?.Text ?? original, inUse?.Number,
                [.. state.Versions.Reverse()], stored.RecordExists ? state.CreatedAt : null,
                stored.RecordExists ? state.ChangedAt : null),
            Etag);
    }

    private EmailText? Original(string language) =>
        Key.Standard is { } standard ? Originals.Of(standard.Kind, language) : null;

    private async Task<EmailSettings> Settings() =>
        (await GrainFactory.GetGrain<IEmailSettingsGrain>(Key.Tenant.Value).Get()).Value!; // it always answers
}
