using System.Net;

namespace Actors.Silo.Sandbox;

/// <summary>Where the built-in receiver listens: known once the listener is bound.</summary>
public sealed class SandboxAddress
{
    private IPEndPoint? bound;

    /// <exception cref="InvalidOperationException">Asked before the listener was bound.</exception>
    public IPEndPoint EndPoint
    {
        get => bound ?? throw new InvalidOperationException("the sandbox does not listen yet");
        set => bound = value;
    }
}
