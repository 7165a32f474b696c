using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Actors.Testing;

namespace Actors.Interop.Tests.Lab;

/// <summary>A program of the lab and what it says.</summary>
internal sealed class LabProcess : IDisposable
{
    private readonly Process process;
    private readonly string name;
    private readonly Channel<string> news = Channel.CreateUnbounded<string>();
    private readonly ConcurrentQueue<string> lines = new();

    public LabProcess(string name, ProcessStartInfo start)
    {
        this.name = name;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        process = Process.Start(start)!;
        var ended = Task.WhenAll(Read(process.StandardOutput), Read(process.StandardError));
        ended.ContinueWith(_ => news.Writer.TryComplete(), TaskScheduler.Default);
    }

    /// <summary>Everything it has said so far.</summary>
    public string Output => string.Join('\n', lines);

    /// <summary>Waits for a line with this part; lines before it are not waited for again.</summary>
    public Task<string> Said(string part) => Patience.For($"{name} says '{part}'", async limit =>
    {
        await foreach (var line in news.Reader.ReadAllAsync(limit))
            if (line.Contains(part, StringComparison.Ordinal))
                return line;
        throw new InvalidOperationException($"{name} ended and never said '{part}'.\n{Output}");
    }, () => Output);

    public void Dispose()
    {
        ProcessTree.End(process);
        process.Dispose();
    }

    private async Task Read(StreamReader from)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            lines.Enqueue(line);
            news.Writer.TryWrite(line);
        }
    }
}
