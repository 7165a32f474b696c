namespace Actors.Engine;

/// <summary>The store holds another version than the grain read. The activation that met it is deactivated.</summary>
public class InconsistentStateException : OrleansException
{
    /// <summary>Without a message of its own.</summary>
    public InconsistentStateException()
    {
    }

    /// <summary>With a message.</summary>
    public InconsistentStateException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    public InconsistentStateException(string message, Exception? innerException)
        : base(message, innerException!)
    {
    }

    /// <summary>With both versions.</summary>
    public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag)
        : this(errorMsg, storedEtag, currentEtag, null)
    {
    }

    /// <summary>With both versions and the provider's fault.</summary>
    public InconsistentStateException(
        string errorMsg, string? storedEtag, string? currentEtag, Exception? storageException)
        : base(errorMsg, storageException!)
    {
        StoredEtag = storedEtag;
        CurrentEtag = currentEtag;
    }

    /// <summary>The version in the store; null when unknown or when there is no record.</summary>
    public string? StoredEtag { get; private set; }

    /// <summary>The version the grain had read.</summary>
    public string? CurrentEtag { get; private set; }

    /// <summary>Cleared once the activation that met it is told to go: a caller that passes it on stays.</summary>
    internal bool IsSourceActivation { get; set; } = true;

    /// <inheritdoc/>
    public override string ToString() =>
        $"InconsistentStateException: {Message} Expected Etag={StoredEtag}"
        + $" Received Etag={CurrentEtag} {InnerException}";
}
