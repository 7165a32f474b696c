namespace Actors.Grains.Ports;

/// <summary>The one way small grains store their state.</summary>
public static class PersistentStates
{
    /// <summary>Writes a new state, unless it equals the present one.</summary>
    /// <remarks>After a failed write nobody knows what is stored: the old state is put back and the grain loads anew
    /// with its next call.</remarks>
    public static async Task Save<T>(this IPersistentState<T> stored, T next, IGrainBase grain)
        where T : class
    {
        var before = stored.State;
        if (stored.RecordExists && Equals(before, next))
            return;
        stored.State = next;
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            stored.State = before;
            grain.DeactivateOnIdle();
            throw;
        }
    }
}
