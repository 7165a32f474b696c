namespace Actors.Engine.Runtime;

/// <summary>Counts the requests under way and says which may join them.</summary>
internal struct Gate
{
    private int alone;
    private int readers;
    private int others;

    public readonly bool IsIdle => (alone | readers | others) == 0;

    public readonly bool Admits(Interleaving kind) => kind switch
    {
        Interleaving.Always => true,
        Interleaving.Readers => alone == 0,
        _ => (alone | readers) == 0,
    };

    public void Enter(Interleaving kind) => Count(kind)++;

    public void Leave(Interleaving kind) => Count(kind)--;

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    private ref int Count(Interleaving kind)
    {
        switch (kind)
        {
            case Interleaving.Always: return ref others;
            case Interleaving.Readers: return ref readers;
            default: return ref alone;
        }
    }
}
