using Actors.Grains.Ports;
using Actors.Grains.Submissions;

namespace Actors.Grains.Allowances;

/// <summary>A commit with what it uses of a tenant's allowance reserved before and settled after.</summary>
internal static class AllowanceUse
{
    /// <param name="allowance">The tenant's.</param>
    /// <param name="request">What the commit uses.</param>
    /// <param name="commit">Answers whether anything was stored.</param>
    /// <returns>What the commit answers, or why it was not tried.</returns>
    public static async Task<(bool Stored, Refusal? Refusal)> Commit(
        this IAllowanceGrain allowance, AllowanceRequest request, Func<Task<bool>> commit)
    {
        var reserved = await allowance.Reserve(request);
        if (reserved.Refusal is { } refusal)
            return (false, refusal);
        var used = true; // also where nobody knows: rather too high until the next count than too low
        try
        {
            used = await commit();
            return (used, null);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or InconsistentStateException)
        {
            used = false;
            throw;
        }
        finally
        {
            _ = allowance.Settle(reserved.Number, used);
        }
    }
}
