namespace Actors.Crash.Calls;

/// <summary>One system call, as strace saw it.</summary>
/// <param name="Began">Line of the log on which it began.</param>
/// <param name="Ended">Line on which it returned; the same where nothing came between.</param>
/// <param name="Path">What the descriptor in its first argument stands for; empty where it has none.</param>
/// <param name="Text">Its arguments.</param>
/// <param name="Result">Negative for an error, and for a call that never returned.</param>
public sealed record SystemCall(int Began, int Ended, string Name, string Path, string Text, long Result)
{
    public bool IsSync => Name is "fsync" or "fdatasync";

    public bool IsWrite => Name is "write" or "pwrite64" or "pwritev" or "writev";

    public bool IsSend => Path.StartsWith("socket:", StringComparison.Ordinal)
        && Name is "sendto" or "sendmsg" or "write" or "writev";
}
