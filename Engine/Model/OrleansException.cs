using System.Diagnostics.CodeAnalysis;

namespace Actors.Engine;

/// <summary>A fault of the engine or of a storage provider, not of a grain.</summary>
[SuppressMessage("Design", "CA1032", Justification = "all three constructors are there")]
public class OrleansException : Exception
{
    /// <summary>Without a message of its own.</summary>
    public OrleansException()
        : base("Unexpected error.")
    {
    }

    /// <summary>With a message.</summary>
    public OrleansException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    public OrleansException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
