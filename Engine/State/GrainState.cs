namespace Actors.Engine;

/// <inheritdoc/>
[GenerateSerializer]
public sealed class GrainState<T> : IGrainState<T>
{
    /// <summary>Empty.</summary>
    public GrainState()
    {
    }

    /// <summary>Not yet stored.</summary>
    public GrainState(T? state)
        : this(state, null)
    {
    }

    /// <summary>As stored under a version.</summary>
    public GrainState(T? state, string? eTag)
    {
        State = state;
        ETag = eTag;
    }

    /// <inheritdoc/>
    [Id(0)]
    public T? State { get; set; }

    /// <inheritdoc/>
    [Id(1)]
    public string? ETag { get; set; }

    /// <inheritdoc/>
    [Id(2)]
    public bool RecordExists { get; set; }
}
