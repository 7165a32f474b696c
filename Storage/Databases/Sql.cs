namespace Actors.Storage.Databases;

/// <summary>The text of a statement, numbered so that every connection finds its prepared form by index.</summary>
/// <remarks>Static fields only: each instance takes a place in every connection for the life of the process.</remarks>
public sealed class Sql
{
    private static int count;

    public Sql(string text)
    {
        Text = text;
        Index = Interlocked.Increment(ref count) - 1;
    }

    public string Text { get; }

    internal int Index { get; }
}
