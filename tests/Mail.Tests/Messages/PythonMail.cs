using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Actors.Mail.Tests.Messages;

/// <summary>Python's own mail parser as an independent judge.</summary>
internal static class PythonMail
{
    internal static IReadOnlyList<JsonElement> Parse(IReadOnlyList<byte[]> messages)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Messages", "parse_mail.py");
        using var python = Process.Start(new ProcessStartInfo("python3", [script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var results = new List<JsonElement>();
        foreach (var message in messages)
        {
            var length = message.Length.ToString(CultureInfo.InvariantCulture) + "\n";
            python.StandardInput.BaseStream.Write(Encoding.ASCII.GetBytes(length));
            python.StandardInput.BaseStream.Write(message);
            python.StandardInput.BaseStream.Flush();
            results.Add(JsonDocument.Parse(python.StandardOutput.ReadLine()!).RootElement.Clone());
        }

        python.StandardInput.Close();
        python.WaitForExit();
        return results;
    }
}
