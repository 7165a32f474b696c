using Actors.Grains.Answers;
using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Platform;
using Actors.Grains.Submissions;

namespace Actors.Grains.Imports;

/// <summary>Shell of a tenant's imports: what there is, the list of them says.</summary>
public sealed class ContactImportsGrain : Grain, IContactImportsGrain
{
    private static readonly Refusal Reused = Refusal.Of(
        RefusalCode.IdempotencyKeyReused, "The key was used for an import of another kind, format, name or lists.");

    private static readonly Refusal TooManyOpen = Refusal.Of(
        RefusalCode.Conflict, $"{ImportLimits.OpenMax} imports have not ended; cancel one, or wait for its end.");

    private static readonly Refusal TooManyKept = Refusal.Of(
        RefusalCode.Conflict, $"There are {ImportLimits.KeptMax} imports of the last days; the oldest goes first.");

    private string? reading;

    private TenantId Tenant => TenantId.Parse(this.GetPrimaryKeyString());

    private ListingQuery All => new(ListingKinds.Import) { Tenant = Tenant, Limit = 1 };

    private IListingGrain Listings => GrainFactory.GetGrain<IListingGrain>(PlatformKey.Value);

    public async Task<Answer<BegunImport>> Begin(string id, ImportDraft draft)
    {
        if (draft.Mark is { } mark && await First(All with { Topic = mark }) is { } known
            && (await Import(known).Get()).Value is { } made)
            return made.Draft.IsSameAs(draft) ? Answer.Of(new BegunImport(made, IsReplayed: true)) : Reused;
        if (await Listings.Count(All with { Mark = ImportMarks.Open }) >= ImportLimits.OpenMax)
            return TooManyOpen;
        if (await Listings.Count(All) >= ImportLimits.KeptMax)
            return TooManyKept;
        var begun = await Import(id).Begin(draft);
        return begun.Value is { } view ? Answer.Of(new BegunImport(view, IsReplayed: false)) : begun.Refusal!;
    }

    public async Task<bool> MayRead(string id)
    {
        reading ??= await First(All with { Mark = ImportStatus.Reading.ToText() }) ?? id;
        if (reading != id && (await Import(reading).Get()).Value is not { Status: < ImportStatus.Done })
            reading = id; // the other one has ended, and nobody has told
        return reading == id;
    }

    public async Task Ended(string id)
    {
        if (reading == id)
            reading = null;
        if (await First(All with { Mark = ImportStatus.Waiting.ToText() }) is { } next)
            await Import(next).Wake();
    }

    private IContactImportGrain Import(string id) => GrainFactory.Import(
        ImportKey.TryParse(Tenant, id, out var key) ? key : throw new FormatException($"'{id}' is no import"));

    private async Task<string?> First(ListingQuery query) =>
        await Listings.List(query) is { Items: [var first, ..] } ? first.Id : null;
}
