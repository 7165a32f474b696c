using System.Net;

namespace Actors.Crash.Processes;

/// <summary>What the server prints once it listens.</summary>
/// <param name="Keys">Shown by the first start alone.</param>
public sealed record Announcement(Uri Http, IPEndPoint Smtp, IPEndPoint SmtpTls, IPEndPoint Inbound, FirstKeys? Keys)
{
    private const string Listens = " listens: HTTP ";

    /// <summary>Reads the server's output up to the line after which nothing of interest follows.</summary>
    /// <returns>Null when the output ended before.</returns>
    public static async Task<Announcement?> Read(TextReader output)
    {
        Announcement? found = null;
        var secrets = new Dictionary<string, string>();
        while (await output.ReadLineAsync() is { } line)
        {
            if (line.Contains(Listens, StringComparison.Ordinal))
                found = Endpoints(line);
            else if (line.StartsWith("# New keys:", StringComparison.Ordinal))
                return found;
            else if (Secret(line) is var (name, value))
                secrets[name] = value;
            if (secrets.Count == 4 && found is not null)
                return found with { Keys = Read(secrets) };
        }
        return null;
    }

    private static FirstKeys Read(Dictionary<string, string> secrets) => new(
        secrets["operator key"], secrets["API key"], secrets["SMTP user"], secrets["SMTP password"]);

    private static Announcement Endpoints(string line)
    {
        var parts = line[(line.IndexOf(Listens, StringComparison.Ordinal) + Listens.Length)..]
            .Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return new Announcement(
            new Uri($"http://{parts[0]}/"), IPEndPoint.Parse(parts[2]), IPEndPoint.Parse(parts[5]),
            IPEndPoint.Parse(parts[8]), null);
    }

    private static (string Name, string Value)? Secret(string line)
    {
        foreach (var name in (string[])["operator key", "API key", "SMTP user", "SMTP password"])
            if (line.StartsWith($"#   {name} ", StringComparison.Ordinal))
                return (name, line[(line.LastIndexOf(' ') + 1)..]);
        return null;
    }
}

/// <summary>The secrets of the first start.</summary>
public sealed record FirstKeys(string Operator, string Api, string SmtpUser, string SmtpPassword);
