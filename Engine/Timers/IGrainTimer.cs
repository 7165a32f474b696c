namespace Actors.Engine;

/// <summary>A timer of one activation. It ends with the activation.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>Starts anew with these times.</summary>
    /// <param name="dueTime">Until the next tick; infinite stops the timer.</param>
    /// <param name="period">From the end of a tick to the next; infinite means one tick.</param>
    void Change(TimeSpan dueTime, TimeSpan period);
}
