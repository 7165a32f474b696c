using System.Diagnostics;
using System.Globalization;

namespace Actors.Benchmarks.Dkim;

/// <summary>The machine's own measure: RSA signatures alone, in C.</summary>
internal static class OpenSslSpeed
{
    public static double SignsPerSecond(int seconds)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "openssl", ["speed", "-seconds", seconds.ToString(CultureInfo.InvariantCulture), "rsa2048"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        // "rsa 2048 bits 0.000231s 0.000014s   4331.5  71688.7": seconds to sign and to verify, then how many a second
        var line = output.Split('\n').FirstOrDefault(each => each.StartsWith("rsa 2048 bits", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"no figure from openssl: {output}{errors.Result}");
        return double.Parse(
            line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[5], CultureInfo.InvariantCulture);
    }
}
