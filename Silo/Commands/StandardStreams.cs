using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Actors.Silo.Commands;

/// <summary>Standard input and output of a command that answers as long as it is asked.</summary>
/// <remarks>
/// The console's own streams serve it badly: a closed descriptor is used again by the runtime for a pipe of its own,
/// which is waited on for ever, and that nobody reads the output any more is kept quiet.
/// </remarks>
internal static class StandardStreams
{
    private const int InputDescriptor = 0;
    private const int OutputDescriptor = 1;

    /// <summary>O_CLOEXEC of open(2): no descriptor that was inherited has it.</summary>
    private const int CloseOnExec = 0x80000;

    /// <exception cref="CommandException">It was closed when the program began.</exception>
    public static Stream Input() => IsInherited(InputDescriptor)
        ? Console.OpenStandardInput()
        : throw new CommandException("Standard input is closed: there is nothing to read.");

    /// <summary>Writing throws <see cref="IOException"/> once nobody reads it.</summary>
    /// <exception cref="CommandException">It was closed when the program began.</exception>
    public static TextWriter Output()
    {
        if (!IsInherited(OutputDescriptor))
            throw new CommandException("Standard output is closed: there is nowhere to write to.");
        return new StreamWriter(OpenOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary>A file is left to the console: others may be writing to it, at a place that all share.</summary>
    private static Stream OpenOutput()
    {
        if (!OperatingSystem.IsLinux())
            return Console.OpenStandardOutput();
        var pipe = new FileStream(
            new SafeFileHandle(OutputDescriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }

    private static bool IsInherited(int descriptor)
    {
        if (!OperatingSystem.IsLinux())
            return true;
        var path = string.Create(CultureInfo.InvariantCulture, $"/proc/self/fdinfo/{descriptor}");
        if (!File.Exists(path))
            return false;
        var flags = File.ReadLines(path).First(line => line.StartsWith("flags:", StringComparison.Ordinal))[6..];
        return (Convert.ToInt32(flags.Trim(), fromBase: 8) & CloseOnExec) == 0;
    }
}
