using System.Reflection;

namespace Actors.Engine;

/// <inheritdoc/>
public interface IIncomingGrainCallContext : IGrainCallContext
{
    /// <summary>The called activation.</summary>
    IGrainContext TargetContext { get; }

    /// <summary>The method of the class.</summary>
    MethodInfo ImplementationMethod { get; }
}
