using System.Threading.Channels;
using Actors.Testing;
using static System.StringComparison;

namespace Actors.Interop.Tests.Lab;

/// <summary>The folder that Postfix delivers everything to, one file a message.</summary>
internal sealed class Maildir : IDisposable
{
    public const string Name = "all";

    private readonly string arrived;
    private readonly Func<string> evidence;
    private readonly FileSystemWatcher watcher;

    /// <summary>Says that there is something new, once or more.</summary>
    private readonly Channel<bool> news = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <param name="evidence">What to show when mail does not arrive.</param>
    public Maildir(string folder, Func<string> evidence)
    {
        this.evidence = evidence;
        foreach (var part in new[] { "new", "tmp", "cur" })
            Open(Directory.CreateDirectory(Path.Combine(folder, Name, part)));
        arrived = Path.Combine(folder, Name, "new");
        watcher = new FileSystemWatcher(arrived);
        watcher.Created += (_, _) => news.Writer.TryWrite(true);
        watcher.Renamed += (_, _) => news.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = true;
    }

    /// <summary>The first message for the recipient, as soon as it is there.</summary>
    public Task<ReceivedMail> For(string recipient) => For(recipient, "");

    /// <summary>The first message for the recipient with that text in it, as soon as it is there.</summary>
    public Task<ReceivedMail> For(string recipient, string text) =>
        Patience.For($"mail for {recipient} with '{text}' arrives", async limit =>
        {
            while (true)
            {
                if (AllFor(recipient).FirstOrDefault(mail => mail.Text.Contains(text, Ordinal)) is { } first)
                    return first;
                await news.Reader.ReadAsync(limit);
            }
        }, evidence);

    /// <summary>A message for the recipient beside those known, as soon as it is there.</summary>
    public Task<ReceivedMail> Beside(IReadOnlyList<ReceivedMail> known, string recipient) =>
        Patience.For($"another mail for {recipient} arrives", async limit =>
        {
            while (true)
            {
                if (AllFor(recipient).FirstOrDefault(mail => known.All(old => old.File != mail.File)) is { } other)
                    return other;
                await news.Reader.ReadAsync(limit);
            }
        }, evidence);

    public IReadOnlyList<ReceivedMail> AllFor(string recipient) =>
        [.. Directory.EnumerateFiles(arrived).Order(StringComparer.Ordinal).Select(ReceivedMail.Read)
            .Where(mail => mail.Recipient == recipient)];

    public void Dispose() => watcher.Dispose();

    /// <summary>Postfix writes as another user.</summary>
    private static void Open(DirectoryInfo folder)
    {
        if (!OperatingSystem.IsWindows())
            folder.UnixFileMode |= UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
    }
}
