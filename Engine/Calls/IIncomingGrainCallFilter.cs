namespace Actors.Engine;

/// <summary>Runs around every call in the turn of the called grain. A grain class may implement it for
/// itself.</summary>
public interface IIncomingGrainCallFilter
{
    /// <summary>Calls <see cref="IGrainCallContext.Invoke"/> or throws.</summary>
    Task Invoke(IIncomingGrainCallContext context);
}
