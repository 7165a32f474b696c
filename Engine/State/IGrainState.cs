namespace Actors.Engine;

/// <summary>What a storage provider reads into and writes from.</summary>
public interface IGrainState<T>
{
    /// <summary>The record.</summary>
    T? State { get; set; }

    /// <summary>Its version; null when it was never stored.</summary>
    string? ETag { get; set; }

    /// <summary>Set by the provider.</summary>
    bool RecordExists { get; set; }
}
