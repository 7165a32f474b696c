namespace Actors.Engine;

/// <summary>The engine stops or has stopped, and the call was not, or not completely, carried out.</summary>
public class SiloUnavailableException : OrleansException
{
    /// <summary>Without a message of its own.</summary>
    public SiloUnavailableException()
        : base("SiloUnavailableException")
    {
    }

    /// <summary>With a message.</summary>
    public SiloUnavailableException(string msg)
        : base(msg)
    {
    }

    /// <summary>With a message and its cause.</summary>
    public SiloUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
