namespace Actors.Grains.Departures;

public static class Erasing
{
    /// <summary>Clears what a grain has stored, and the grain with it. Repeating it changes nothing.</summary>
    public static async Task Erase<T>(this IPersistentState<T> stored, IGrainBase grain)
    {
        if (stored.RecordExists)
            await stored.ClearStateAsync();
        grain.DeactivateOnIdle();
    }
}
