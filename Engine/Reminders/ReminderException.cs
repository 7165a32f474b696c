using System.Diagnostics.CodeAnalysis;

namespace Actors.Engine;

/// <summary>A reminder could not be stored or removed.</summary>
[SuppressMessage("Design", "CA1032", Justification = "one constructor on the common surface")]
public sealed class ReminderException : OrleansException
{
    /// <summary>With a message.</summary>
    public ReminderException(string message)
        : base(message)
    {
    }
}
