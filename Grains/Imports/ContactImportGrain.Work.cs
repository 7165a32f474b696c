using Actors.Grains.Allowances;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.Imports;

/// <content>What it does between its calls.</content>
public sealed partial class ContactImportGrain
{
    /// <summary>How long it stays in memory from one step to the next.</summary>
    private static readonly TimeSpan StepTime = TimeSpan.FromMinutes(5);

    private Task work = Task.CompletedTask;
    private bool stopping;

    private void WorkOn()
    {
        stopping = false;
        if (work.IsCompleted)
            work = Work();
    }

    private Task Stop()
    {
        stopping = true;
        return work;
    }

    private async Task Work()
    {
        try
        {
            var run = new ImportRun(
                Key, TryStore, reader, GrainFactory.GetGrain<IAllowanceGrain>(Key.Tenant.Value), time);
            while (!stopping && await Step(run))
                DelayDeactivation(StepTime);
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "import {Import} goes on when the clock wakes it", Key);
            DeactivateOnIdle(); // nobody knows what is stored
        }
    }

    /// <returns>Whether there may be another.</returns>
    private async Task<bool> Step(ImportRun run)
    {
        switch (known)
        {
            case { Status: ImportStatus.Waiting }:
                if (!await Others.MayRead(Key.Id))
                    return false;
                if (known.Status == ImportStatus.Waiting) // nobody has cancelled it meanwhile
                    await Save(ImportRules.Started(known, time.GetUtcNow()));
                return true;
            case { Status: ImportStatus.Reading }:
                await run.Step(known);
                if (known.Status.HasEnded())
                    await TellOfEnd();
                return true;
            case var over when over.Status.HasEnded() && over.Cleared < over.Received:
                await Save(ImportRules.Cleared(over));
                return true;
            default:
                return false;
        }
    }

    /// <returns>False where another has changed something of it first: what is stored now is loaded.</returns>
    private async Task<bool> TryStore(ImportState next)
    {
        stored.State = next;
        try
        {
            await stored.WriteStateAsync();
            known = stored.State = next with { Work = null };
            return true;
        }
        catch (InconsistentStateException)
        {
            await stored.ReadStateAsync();
            known = stored.State;
            return false;
        }
    }

    private async Task TellOfEnd()
    {
        ended.TrySetResult();
        await Others.Ended(Key.Id);
    }
}
