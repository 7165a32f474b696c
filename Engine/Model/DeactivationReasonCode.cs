using System.Diagnostics.CodeAnalysis;

namespace Actors.Engine;

/// <summary>The kinds of <see cref="DeactivationReason"/>.</summary>
[SuppressMessage("Design", "CA1028", Justification = "the width is part of the common surface")]
[GenerateSerializer]
public enum DeactivationReasonCode : byte
{
    /// <summary>Not given.</summary>
    None,

    /// <summary>The process stops.</summary>
    ShuttingDown,

    /// <summary>The constructor, the first read of the state or OnActivateAsync failed.</summary>
    ActivationFailed,

    /// <summary>Only with several machines.</summary>
    DirectoryFailure,

    /// <summary>Nobody called for the collection age.</summary>
    ActivationIdle,

    /// <summary>Only with several machines.</summary>
    ActivationUnresponsive,

    /// <summary>Only with several machines.</summary>
    DuplicateActivation,

    /// <summary>Only with several versions of an interface.</summary>
    IncompatibleRequest,

    /// <summary>A call failed in a way after which the state in memory cannot be trusted.</summary>
    ApplicationError,

    /// <summary>The grain asked for it.</summary>
    ApplicationRequested,

    /// <summary>Only with several machines.</summary>
    Migrating,

    /// <summary>The host asked for it.</summary>
    RuntimeRequested,

    /// <summary>Only with activation shedding.</summary>
    HighMemoryPressure,
}
