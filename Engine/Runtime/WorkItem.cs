namespace Actors.Engine.Runtime;

/// <summary>Something an activation does in one turn. Items are their own list nodes, so a queue costs no
/// memory.</summary>
internal abstract class WorkItem
{
    /// <summary>Belongs to the list the item is in.</summary>
    public WorkItem? Next;

    /// <summary>Runs inside a turn of the activation.</summary>
    public abstract void Run(Activation activation);

    /// <summary>The engine was killed: tell whoever waits.</summary>
    public virtual void Drop(Exception why)
    {
    }
}
