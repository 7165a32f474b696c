using System.Runtime.InteropServices;

namespace Actors.Crash.Processes;

/// <summary>Signals to a process by its id.</summary>
internal static partial class Signals
{
    public const int Kill = 9;
    public const int Terminate = 15;

    /// <returns>False when there is no such process any more.</returns>
    public static bool Send(int process, int signal) => SendSignal(process, signal) == 0;

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int process, int signal);
}
