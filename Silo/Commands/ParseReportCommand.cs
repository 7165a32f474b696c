using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Actors.Mail.Replies;
using Actors.Mail.Reports;

namespace Actors.Silo.Commands;

/// <summary>Reads files that hold bounces, feedback reports or automatic replies, for support.</summary>
internal static class ParseReportCommand
{
    private const long FileOctetsMax = 64 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a line of a terminal, never of a page
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    private static readonly Argument<string[]> Files = new("file")
    {
        Description = "Files with one mail each, as received (RFC 5322).",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Make(Surroundings surroundings)
    {
        var command = new Command("parse-report", "Print what bounces, complaints and automatic replies say, as JSON.")
            { Files };
        command.SetAction(parsed =>
        {
            var all = true;
            foreach (var file in parsed.GetValue(Files)!)
                all &= Print(file, surroundings);
            return all ? 0 : 1;
        });
        return command;
    }

    /// <returns>False for a file that is no report or cannot be read.</returns>
    private static bool Print(string file, Surroundings surroundings)
    {
        if (!TryRead(Path.Combine(surroundings.Variable("RUN_FROM") ?? "", file), out var mail, out var problem))
        {
            surroundings.Error.WriteLine($"{file}: {problem}");
            return false;
        }

        if (!ReportReader.TryRead(mail, out var report))
        {
            surroundings.Error.WriteLine($"{file}: neither a bounce nor a feedback report nor an automatic reply");
            return false;
        }

        foreach (var recipient in report.Recipients)
            surroundings.Output.WriteLine(JsonSerializer.Serialize(Line.Of(file, report, recipient), Json));
        return true;
    }

    private static bool TryRead(string path, out byte[] mail, out string problem)
    {
        (mail, problem) = ([], "");
        try
        {
            using var source = File.OpenRead(path);
            using var content = new MemoryStream();
            var buffer = new byte[81_920];
            while (source.Read(buffer) is var count and > 0 && content.Length <= FileOctetsMax)
                content.Write(buffer, 0, count);
            problem = content.Length > FileOctetsMax ? $"larger than {FileOctetsMax} octets" : "";
            mail = content.ToArray().AsSpan().TrimStart(" \t\r\n"u8).ToArray(); // as some web pages save it
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException)
        {
            problem = Directory.Exists(path) ? "a folder" : fault.Message;
        }

        return problem.Length == 0;
    }

    private sealed record Line(
        string File,
        string? Recipient,
        string? Action,
        string? Status,
        string Diagnostic,
        string? Category,
        bool Hard,
        string? FeedbackType)
    {
        internal static Line Of(string file, MailReport report, ReportedRecipient recipient) => new(
            Path.GetFileName(file),
            recipient.Recipient,
            recipient.Action?.ToString().ToLowerInvariant(),
            recipient.Status?.ToString(),
            recipient.Diagnostic,
            recipient.Bounce?.Category.Title(),
            recipient.Bounce?.Hardness == BounceHardness.Hard,
            report.FeedbackType);
    }
}
