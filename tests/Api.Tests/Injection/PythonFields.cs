using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Actors.Api.Tests.Injection;

/// <summary>The names of all fields as Python's mail parser finds them.</summary>
internal static class PythonFields
{
    private const string Program = """
        import email, email.policy, sys
        while line := sys.stdin.buffer.readline():
            mail = email.message_from_bytes(sys.stdin.buffer.read(int(line)), policy=email.policy.default)
            print("/ ".join("".join(name + " " for name in part.keys()) for part in mail.walk()), flush=True)
        """;

    public static IReadOnlyList<string> Of(IReadOnlyList<byte[]> messages)
    {
        using var python = Process.Start(new ProcessStartInfo("python3", ["-c", Program])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var outlines = new List<string>();
        foreach (var message in messages)
        {
            var length = message.Length.ToString(CultureInfo.InvariantCulture) + "\n";
            python.StandardInput.BaseStream.Write(Encoding.ASCII.GetBytes(length));
            python.StandardInput.BaseStream.Write(message);
            python.StandardInput.BaseStream.Flush();
            outlines.Add(python.StandardOutput.ReadLine()!);
        }

        python.StandardInput.Close();
        python.WaitForExit();
        return outlines;
    }
}
