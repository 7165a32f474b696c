using System.Runtime.InteropServices;

namespace Actors.Storage.Submissions;

/// <summary>Makes the names in a folder survive a power cut: fsync of a file alone does not.</summary>
internal static partial class DurableFolder
{
    private const int CloseOnExec = 0x80000;
    private const int DirectoryOnly = 0x10000;
    private const int DirectoryOnlyArm = 0x4000; // Linux numbers it differently there

    /// <summary>Elsewhere than on Linux the file system is trusted to do it by itself.</summary>
    /// <exception cref="IOException">The folder cannot be opened or flushed.</exception>
    public static void Flush(string folder)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var isArm = RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm;
        var handle = Open(folder, CloseOnExec | (isArm ? DirectoryOnlyArm : DirectoryOnly));
        if (handle < 0)
            throw Failed("open", folder);
        try
        {
            if (Fsync(handle) != 0)
                throw Failed("fsync", folder);
        }
        finally
        {
            _ = Close(handle);
        }
    }

    private static IOException Failed(string call, string folder)
    {
        var errno = Marshal.GetLastPInvokeError();
        return new IOException($"{call} of the folder '{folder}': {Marshal.GetPInvokeErrorMessage(errno)}.", errno);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int handle);
}
