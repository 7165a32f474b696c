using Actors.Grains.Answers;
using Actors.Grains.Departures;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.Imports;

/// <summary>Shell of an import: takes octets in, and has them read between its calls.</summary>
/// <remarks>What is to be read or removed is done by one task at a time; where it ends with a fault, or with the
/// process, the clock begins another.</remarks>
public sealed partial class ContactImportGrain(
    [PersistentState("import", StorageNames.Imports)] IPersistentState<ImportState> stored,
    IImportReader reader,
    TimeProvider time,
    ILogger<ContactImportGrain> log) : BriefGrain, IContactImportGrain
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>As it is stored: while a commit is under way, what was before it.</summary>
    private ImportState known = new();

    private ImportKey Key => ImportKey.Parse(this.GetPrimaryKeyString());

    private IContactImportsGrain Others => GrainFactory.Imports(Key.Tenant);

    private bool IsThere => known.Draft is not null;

    public async Task<Answer<ImportView>> Begin(ImportDraft draft)
    {
        if (!IsThere)
            await Save(ImportRules.Begun(draft, time.GetUtcNow()));
        return View();
    }

    public async Task<Answer<ImportView>> Append(ImportPart part)
    {
        if (!IsThere)
            return Unknown();
        var (next, refusal) = ImportRules.Appended(known, part);
        if (refusal is not null)
            return refusal;
        await Save(next);
        WorkOn();
        return View();
    }

    public Task<Answer<ImportView>> Get() => Task.FromResult(View());

    public async Task<Answer<ImportView>> WaitForEnd(TimeSpan wait)
    {
        if (IsThere && !known.Status.HasEnded())
            await ended.Task.WaitAsync(wait, time).ConfigureAwait(
                ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        return View();
    }

    public async Task<Answer<ImportView>> Cancel()
    {
        if (!IsThere)
            return Unknown();
        await Stop();
        if (!known.Status.HasEnded())
        {
            await Save(ImportRules.Ended(known, ImportStatus.Cancelled, time.GetUtcNow()));
            await TellOfEnd();
        }

        WorkOn();
        return View();
    }

    public async Task<Answer<ImportErrorPage>> Errors(int after, int limit)
    {
        if (!IsThere)
            return Unknown();
        var errors = await reader.Errors(Key, after, limit);
        var next = after + errors.Length;
        return Answer.Of(new ImportErrorPage(
            errors, next < known.ErrorsKept && !errors.IsEmpty ? next : null));
    }

    public async Task Wake()
    {
        if (known.GoesAt <= time.GetUtcNow())
            await Erase();
        else
            WorkOn();
    }

    public Task<string?> Export() => Task.FromResult<string?>(null);

    public async Task Erase()
    {
        await Stop();
        while (known.Cleared < known.Received)
            await Save(ImportRules.Cleared(known));
        await stored.Erase(this);
        known = stored.State;
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        known = stored.State;
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        ended.TrySetResult(); // whoever waits asks again
        return Stop();
    }

    /// <summary>Guesses leave nothing in memory.</summary>
    private Refusal Unknown()
    {
        LeaveSoon();
        return Answer.NotFound;
    }

    private Answer<ImportView> View() =>
        IsThere ? Answer.Of(ImportRules.View(Key, known), stored.Etag) : Unknown();

    private async Task Save(ImportState next)
    {
        await stored.Save(next, this);
        known = stored.State = next with { Work = null };
    }
}
