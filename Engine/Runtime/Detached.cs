namespace Actors.Engine.Runtime;

/// <summary>For answers given outside of turns: what waits for them continues elsewhere and not inside the loop that
/// gives them.</summary>
internal sealed class Detached : SynchronizationContext
{
    private static readonly Detached Instance = new();

    public static void Run(Action action)
    {
        var before = Current;
        SetSynchronizationContext(Instance);
        try
        {
            action();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}
