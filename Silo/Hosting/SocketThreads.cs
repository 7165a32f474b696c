namespace Actors.Silo.Hosting;

/// <summary>Lets SMTP dialogues go on where their socket's answer arrives, instead of waking another thread for
/// it.</summary>
/// <remarks>What runs there must not block: dialogues only wait asynchronously, and grains have threads of their own.
/// A quarter of the CPU time of a small message, see docs/benchmarks.md.</remarks>
internal static class SocketThreads
{
    private const string Variable = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>To be called before the process opens its first socket; the runtime reads the variable then. What is
    /// set from outside stays.</summary>
    public static void Prepare()
    {
        if (Environment.GetEnvironmentVariable(Variable) is null)
            Environment.SetEnvironmentVariable(Variable, "1");
    }
}
