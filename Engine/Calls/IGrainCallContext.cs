using System.Reflection;

namespace Actors.Engine;

/// <summary>One call, as a filter sees it.</summary>
public interface IGrainCallContext
{
    /// <summary>The arguments.</summary>
    IInvokable Request { get; }

    /// <summary>The grain object.</summary>
    object Grain { get; }

    /// <summary>The calling grain; null when the caller is no grain.</summary>
    GrainId? SourceId { get; }

    /// <summary>The called grain.</summary>
    GrainId TargetId { get; }

    /// <summary>Full name of the interface.</summary>
    string InterfaceName { get; }

    /// <summary>Name of the method.</summary>
    string MethodName { get; }

    /// <summary>The method of the interface.</summary>
    MethodInfo InterfaceMethod { get; }

    /// <summary>Set after <see cref="Invoke"/>; a filter may replace it. Null for a method without result.</summary>
    object? Result { get; set; }

    /// <summary>Goes on to the next filter and at last to the grain.</summary>
    Task Invoke();
}
