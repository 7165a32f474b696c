using Actors.Crash.Checking;
using Actors.Crash.Journals;
using Actors.Crash.Load;
using Actors.Crash.Processes;
using Actors.Crash.Sinks;

namespace Actors.Crash.Proofs;

/// <summary>A server that is killed and started again on the same data, clients, and a receiver.</summary>
public sealed class Rig : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("actors-crash-");
    private readonly List<Life> lives = [];
    private readonly Follower follower = new();
    private readonly Sink sink;
    private IReadOnlyList<Client> clients = [];
    private CancellationTokenSource over = new();
    private Task sending = Task.CompletedTask;
    private Task work = Task.CompletedTask;

    private Rig(Sink sink) => this.sink = sink;

    public Journal Journal { get; } = new();

    public Sink Sink => sink;

    public string Data => Path.Combine(folder.FullName, "data");

    public IReadOnlyList<Life> Lives => lives;

    /// <summary>Of the first start.</summary>
    public FirstKeys Keys { get; private set; } = null!;

    /// <summary>The life that goes on.</summary>
    public SiloProcess Server { get; private set; } = null!;

    public int Duplicates => Checking.Duplicates.Count(sink.Copies);

    /// <summary>The first start, routes and networks; no mail yet.</summary>
    /// <param name="defers">Whether some recipients are taken only at a second try.</param>
    public static async Task<Rig> SetUp(int seed, bool defers = true)
    {
        var rig = new Rig(await Sink.Start(seed));
        rig.Begin();
        var server = await rig.Server.Listening();
        rig.Keys = server.Keys ?? throw new InvalidOperationException("a first start shows keys");
        using var admin = new ServerApi(server.Http, rig.Keys.Operator);
        await admin.SetUp(rig.sink.Port);
        rig.clients = rig.Clients(seed, defers);
        return rig;
    }

    /// <summary>Starts the next life.</summary>
    public void Begin(params string[] strace) =>
        Server = SiloProcess.Start(new SiloLaunch(Data, NameLife()) { Strace = strace });

    /// <summary>The next life is one that somebody else starts.</summary>
    /// <returns>The name it has to say in EHLO.</returns>
    public string NameLife()
    {
        lives.Add(new Life($"life-{lives.Count + 1}.{Submission.Domain}", Killed: false));
        return lives[^1].Name;
    }

    /// <summary>All clients begin to hand in mail, and somebody reads the log.</summary>
    /// <param name="worksMax">Pieces of work of each client.</param>
    public void Load(Announcement server, int worksMax = int.MaxValue)
    {
        over = new CancellationTokenSource();
        var api = new ServerApi(server.Http, Keys.Api);
        var reading = follower.Follow(api, lives[^1].Name, over.Token);
        sending = Task.WhenAll(clients.Select(client => Task.Run(() => client.Run(server, over.Token, worksMax))));
        work = Task.WhenAll(reading, sending).ContinueWith(
            done => { api.Dispose(); return done; }, TaskScheduler.Default).Unwrap();
    }

    public async Task<int> Kill()
    {
        var code = await Server.Kill();
        await Over(killed: true);
        return code;
    }

    public async Task<int> Stop()
    {
        var code = await Server.Stop();
        await Over(killed: false);
        return code;
    }

    /// <summary>The life has ended by itself, or by what strace did to it.</summary>
    public async Task<int> Died()
    {
        try
        {
            var code = await Server.Ended();
            await Over(killed: true);
            return code;
        }
        catch (TimeoutException living)
        {
            throw new TimeoutException(
                $"{sink.Recipients} of {Journal.Expected} recipients reached; the last answers: "
                    + string.Join(' ', Journal.Entries.TakeLast(3).Select(entry => entry.Answer)),
                living);
        }
    }

    /// <summary>Waits until the clients have done all they were given.</summary>
    public async Task Worked()
    {
        await sending.WaitAsync(Waiting.Max, TimeProvider.System);
        await Calm();
    }

    /// <summary>Ends the load and leaves the server running.</summary>
    public async Task Calm()
    {
        await over.CancelAsync();
        await work;
        over.Dispose();
        (over, work) = (new CancellationTokenSource(), Task.CompletedTask);
    }

    /// <summary>Waits until every stored message has ended, and holds everything against what is promised.</summary>
    /// <returns>Broken promises.</returns>
    public async Task<IReadOnlyList<string>> Verify(Announcement server)
    {
        using var api = new ServerApi(server.Http, Keys.Api);
        var events = await Asked(Drain.Whole(api));
        var evidence = new Evidence(
            Journal.Entries, sink.Copies, await Asked(api.Messages()), events, lives, follower.Delivered);
        var broken = Checker.Check(evidence).ToList();
        if (follower.Displaced > 0)
            broken.Add($"{follower.Displaced} events were read out of their sequence");
        return broken;
    }

    /// <summary>As <see cref="Verify"/>, for a server that may be killed meanwhile.</summary>
    /// <returns>Null when it was.</returns>
    public async Task<IReadOnlyList<string>?> TryVerify(Announcement server)
    {
        try
        {
            return await Verify(server);
        }
        catch (InvalidOperationException gone)
            when (gone.InnerException is HttpRequestException { StatusCode: null }) // an answer is none of the dead
        {
            return null;
        }
    }

    /// <summary>Whether the counters agree with the log. The server has stopped.</summary>
    public IEnumerable<string> VerifyCounters() => Counters.Check(Data);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Calm();
        over.Dispose();
        await sink.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <exception cref="InvalidOperationException">The server does not answer; with what it said last.</exception>
    private async Task<T> Asked<T>(Task<T> question)
    {
        try
        {
            return await question;
        }
        catch (HttpRequestException fault)
        {
            throw new InvalidOperationException($"{lives[^1].Name} does not answer. {Server.Errors}", fault);
        }
    }

    private async Task Over(bool killed)
    {
        lives[^1] = lives[^1] with { Killed = killed };
        await Calm();
        await Server.DisposeAsync();
    }

    private Client[] Clients(int seed, bool defers) =>
    [
        Client("h1", seed + 1, defers, new HttpSubmitter(Keys.Api, 1)),
        Client("h2", seed + 2, defers, new HttpSubmitter(Keys.Api, 1)),
        Client("b1", seed + 3, defers, new HttpSubmitter(Keys.Api, 8)),
        Client("s1", seed + 4, defers, new SmtpSubmitter(null)),
        Client("s2", seed + 5, defers, new SmtpSubmitter(null)),
        Client("s3", seed + 6, defers, new SmtpSubmitter(Keys)),
    ];

    private Client Client(string name, int seed, bool defers, ISubmitter way) =>
        new(name, seed, way, Journal, sink) { Defers = defers };
}
