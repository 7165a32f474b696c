namespace Actors.Engine;

/// <summary>The arguments of a call.</summary>
public interface IInvokable
{
    /// <summary>How many there are.</summary>
    int GetArgumentCount();

    /// <param name="index">From 0.</param>
    object? GetArgument(int index);

    /// <summary>Replaces an argument before the grain sees it.</summary>
    void SetArgument(int index, object value);
}
