using System.Net;
using System.Text.RegularExpressions;

namespace Actors.Interop.Tests.Lab;

/// <summary>What the server's first start prints: where it listens, and the keys that are shown once.</summary>
/// <param name="ApiKey">Of the tenant demo.</param>
/// <param name="Login">Of its SMTP account.</param>
internal sealed partial record FirstStart(
    IPEndPoint Http, IPEndPoint Submission, string OperatorKey, string ApiKey, (string User, string Password) Login)
{
    /// <summary>Waits until all of it is printed.</summary>
    public static async Task<FirstStart> Of(LabProcess silo)
    {
        await silo.Said("SMTP password");
        var banner = silo.Output;
        return new FirstStart(
            IPEndPoint.Parse(Find(banner, HttpLine())), IPEndPoint.Parse(Find(banner, StartTlsLine())),
            Find(banner, OperatorKeyLine()), Find(banner, ApiKeyLine()),
            (Find(banner, UserLine()), Find(banner, PasswordLine())));
    }

    private static string Find(string banner, Regex value) => value.Match(banner) is { Success: true } match
        ? match.Groups[1].Value
        : throw new InvalidOperationException($"no {value} in what the first start printed:\n{banner}");

    [GeneratedRegex(@"HTTP ([0-9.:]+)")]
    private static partial Regex HttpLine();

    [GeneratedRegex(@"SMTP ([0-9.:]+) \(STARTTLS\)")]
    private static partial Regex StartTlsLine();

    [GeneratedRegex(@"operator key +(\S+)")]
    private static partial Regex OperatorKeyLine();

    [GeneratedRegex(@"API key +(\S+)")]
    private static partial Regex ApiKeyLine();

    [GeneratedRegex(@"SMTP user +(\S+)")]
    private static partial Regex UserLine();

    [GeneratedRegex(@"SMTP password +(\S+)")]
    private static partial Regex PasswordLine();
}
