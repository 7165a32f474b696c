using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Actors.Crash.Processes;

/// <summary>One life of the server: a process that is started, and killed or stopped.</summary>
public sealed class SiloProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> errors = new();
    private readonly Task<Announcement?> announced;
    private bool disposed;

    private SiloProcess(SiloLaunch launch, Process process)
    {
        (Launch, this.process) = (launch, process);
        process.ErrorDataReceived += (_, line) => errors.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
        announced = Announcement.Read(process.StandardOutput);
    }

    public SiloLaunch Launch { get; }

    /// <summary>What it wrote to standard error so far.</summary>
    public string Errors => string.Join('\n', errors).Trim();

    public static SiloProcess Start(SiloLaunch launch) => new(
        launch, Process.Start(launch.StartInfo()) ?? throw new InvalidOperationException("no process was started"));

    /// <returns>Null when the process ended before it listened.</returns>
    /// <exception cref="TimeoutException">It neither listens nor ends.</exception>
    public Task<Announcement?> Announced() => announced.WaitAsync(Waiting.Max, TimeProvider.System);

    /// <summary>As <see cref="Announced"/>, where it has to.</summary>
    public async Task<Announcement> Listening() => await Announced() ?? throw new InvalidOperationException(
        $"{Launch.Life} ended with {await Ended()} before it listened: {Errors}");

    /// <summary>Ends it without a chance to do anything.</summary>
    public async Task<int> Kill()
    {
        Signals.Send(Target(), Signals.Kill);
        return await Ended();
    }

    /// <summary>Asks it to stop.</summary>
    public async Task<int> Stop()
    {
        Signals.Send(Target(), Signals.Terminate);
        return await Ended();
    }

    /// <returns>The exit code: 128 and the signal for a process that was killed.</returns>
    /// <exception cref="TimeoutException">It goes on.</exception>
    public async Task<int> Ended()
    {
        try
        {
            await process.WaitForExitAsync().WaitAsync(Waiting.Max, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException(
                $"{Launch.Life} goes on, {string.Join(' ', Launch.Strace)}: {States()} {Errors}");
        }
        return process.ExitCode;
    }

    /// <summary>Of the process and its children, a letter each as ps shows it.</summary>
    private string States() => string.Concat(
        File.ReadAllText($"/proc/{process.Id}/task/{process.Id}/children").Split(' ').Prepend($"{process.Id}")
            .Where(id => id.Length > 0).Select(id => $"/proc/{id}/stat").Where(File.Exists).Select(File.ReadAllText)
            .Select(stat => $"{stat[stat.IndexOf('(', StringComparison.Ordinal)..][..24]}; "));

    public async ValueTask DisposeAsync()
    {
        if (disposed)
            return;
        disposed = true;
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await Ended();
        process.Dispose();
    }

    /// <summary>The server itself, where strace stands between.</summary>
    private int Target()
    {
        if (Launch.Strace.Count == 0)
            return process.Id;
        var children = File.ReadAllText($"/proc/{process.Id}/task/{process.Id}/children");
        return int.Parse(children.AsSpan(0, children.IndexOf(' ')), CultureInfo.InvariantCulture);
    }
}
