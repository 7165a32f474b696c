using System.Globalization;
using Actors.Testing;

namespace Actors.Interop.Tests.Lab;

/// <summary>The relay of <c>benchmarks/end-to-end</c> with smtp-sink behind it, both in the lab's network.</summary>
internal sealed class RelayProgram : IDisposable
{
    private const string Listen = "127.0.0.1:2525";
    private const string Next = "127.0.0.1:2526";

    private readonly LabProcess sink;
    private readonly LabProcess relay;
    private readonly NetworkNamespace network;
    private readonly DirectoryInfo folder;

    private RelayProgram(NetworkNamespace network, DirectoryInfo folder, IDictionary<string, string> settings)
    {
        (this.network, this.folder) = (network, folder);
        var dump = Path.Combine(folder.FullName, "mail.");
        sink = new LabProcess("smtp-sink", network.Inside("smtp-sink", "-u", "root", "-d", dump, Next, "100"));
        var start = network.Inside("dotnet", Path.Combine(AppContext.BaseDirectory, "Actors.Relay.dll"));
        start.Environment["BENCH_DIR"] = folder.FullName;
        start.Environment["BENCH_LISTEN"] = Listen;
        start.Environment["BENCH_RELAY"] = Next;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        relay = new LabProcess("the relay", start);
    }

    public static async Task<RelayProgram> Start(NetworkNamespace network, IDictionary<string, string> settings)
    {
        var program = new RelayProgram(network, Directory.CreateTempSubdirectory(network.Name + "-relay-"), settings);
        await program.relay.Said("READY");
        return program;
    }

    /// <summary>Sends with smtp-source and waits until the sink has all of it.</summary>
    public async Task<IReadOnlyList<string>> Send(int count)
    {
        using var watcher = new FileSystemWatcher(folder.FullName, "mail.*");
        using var news = new SemaphoreSlim(0);
        watcher.Created += (_, _) => news.Release();
        watcher.Changed += (_, _) => news.Release();
        watcher.EnableRaisingEvents = true;
        await Programs.Run(network.Inside(
            "smtp-source", "-m", count.ToString(CultureInfo.InvariantCulture), "-l", "2048", "-f", "a@sender.example",
            "-t", "b@recipient.example", Listen));
        return await Patience.For("the sink has all mail", async limit =>
        {
            while (true)
            {
                var mails = Directory.GetFiles(folder.FullName, "mail.*").Select(File.ReadAllText)
                    .Where(text => text.EndsWith('\n')).ToArray();
                if (mails.Length >= count && mails.All(mail => mail.Contains("\n\n", StringComparison.Ordinal)))
                    return mails;
                await news.WaitAsync(limit);
            }
        }, () => relay.Output);
    }

    public void Dispose()
    {
        relay.Dispose();
        sink.Dispose();
        folder.Delete(recursive: true);
    }
}
