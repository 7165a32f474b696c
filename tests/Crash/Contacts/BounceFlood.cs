using System.Text.Json.Nodes;
using Actors.Crash.Checking;
using Actors.Crash.Load;
using Actors.Crash.Processes;
using Actors.Crash.Settings;
using Microsoft.Data.Sqlite;

namespace Actors.Crash.Contacts;

/// <summary>All that a tenant has sent comes back at once, while another tenant goes on sending: nothing is lost, the
/// account is blocked once, and the other's mail flows.</summary>
/// <param name="Bounces">A multiple of 50.</param>
public sealed record BounceFlood(int Bounces)
{
    private const string Reader = "r-";
    private const int RecipientsOfOne = 50;
    private const int SendersAtOnce = 4;
    private const int Connections = 32;

    /// <summary>For each mail of the other tenant so many bounces may come in at most.</summary>
    public const int BouncesPerMail = 1_000;

    /// <summary>For each of the phases, on a machine that is busy with other things.</summary>
    private static readonly TimeSpan PhaseMax = TimeSpan.FromMinutes(10);

    public async Task<FloodOutcome> Run()
    {
        await using var rig = await ContactRig.SetUp([]);
        await using var process = rig.Start();
        var server = await process.Listening();
        using var neighbour = await Neighbour.MoveIn(server, rig);
        await SendAll(server, rig);
        await Until(() => rig.Letters.Readers >= Bounces, $"{Bounces} letters");
        using var over = new CancellationTokenSource(PhaseMax, TimeProvider.System);
        var beside = neighbour.SendOneByOne(over.Token);
        var began = TimeProvider.System.GetTimestamp();
        await ComeBack(server, rig.Letters);
        var took = TimeProvider.System.GetElapsedTime(began);
        await over.CancelAsync();
        var mails = await beside;
        await Until(() => Number(rig, "SELECT count(*) FROM effects") == 0, "contacts to be told");
        var told = TimeProvider.System.GetElapsedTime(began);
        using var desk = new SettingsApi(server.Http, rig.Keys.Api);
        await Waiting.Until(async () => (await ContactRig.Told(desk)).Any(IsBlock), PhaseMax);
        var letters = await ContactRig.Told(desk);
        await process.Stop();
        return new FloodOutcome(Bounces, took, told, mails, [.. Broken(rig, letters)]);
    }

    private async Task SendAll(Announcement server, ContactRig rig)
    {
        using var desk = new SettingsApi(server.Http, rig.Keys.Api);
        await Parallel.ForAsync(
            0, Bounces / RecipientsOfOne, new ParallelOptions { MaxDegreeOfParallelism = SendersAtOnce },
            async (number, _) => await desk.Do(HttpMethod.Post, "messages", new JsonObject
            {
                ["from"] = "news@sandbox.test",
                ["to"] = new JsonArray([.. Enumerable.Range(0, RecipientsOfOne)
                    .Select(i => JsonValue.Create($"{Reader}{number}-{i}@crash.test"))]),
                ["subject"] = "Hello",
                ["text"] = "Hello.",
            }));
    }

    /// <summary>Every letter, over connections that are kept; each has to be taken.</summary>
    private static Task ComeBack(Announcement server, Letterbox letters) =>
        Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            using var talk = await SmtpTalk.Connect(server.Inbound, tls: false);
            await Expect(talk, "", 220);
            await Expect(talk, "EHLO mx.crash.test", 250);
            while (letters.TryRead(out var letter))
                if (letter!.Recipient.StartsWith(Reader, StringComparison.Ordinal))
                    await GiveBack(talk, letter);
        })));

    private static async Task GiveBack(SmtpTalk talk, Letter letter)
    {
        await Expect(talk, $"MAIL FROM:<>\r\nRCPT TO:<{letter.ReturnPath}>\r\nDATA", 250);
        await Expect(talk, "", 250);
        await Expect(talk, "", 354);
        await Expect(talk, Reports.Of(Deed.Bounce, letter).ReplaceLineEndings("\r\n") + "\r\n.", 250);
    }

    private static async Task Expect(SmtpTalk talk, string said, int code)
    {
        if (await talk.Say(said) is var reply && reply.Code != code)
            throw new InvalidOperationException($"{said}: {reply.Text}");
    }

    private IEnumerable<string> Broken(ContactRig rig, IReadOnlyList<string> letters)
    {
        (string What, string Query, long Wanted)[] numbers =
        [
            ("late bounces", "SELECT count(*) FROM events WHERE kind = 14", Bounces),
            ("messages they are of", "SELECT count(DISTINCT message) FROM events WHERE kind = 14", Bounces),
            ("bounced addresses", "SELECT count(*) FROM contacts WHERE standing = 3", Bounces),
            ("hard bounces", "SELECT sum(hard) FROM health", Bounces),
            ("accounts with hard bounces", "SELECT count(DISTINCT account) FROM health WHERE hard > 0", 1),
        ];
        foreach (var (what, query, wanted) in numbers)
            if (Number(rig, query) is var found && found != wanted)
                yield return $"{what}: {found}, and not {wanted}";
        if (letters.Count(IsBlock) != 1 || letters.Count > 2) // perhaps a warning before
            yield return $"told: {string.Join(", ", letters)}";
        foreach (var difference in Counters.Check(rig.Data).Concat(ContactCounters.Check(rig.Data)))
            yield return difference;
    }

    private static bool IsBlock(string subject) => subject.EndsWith("is blocked", StringComparison.Ordinal);

    private static long Number(ContactRig rig, string query)
    {
        var path = Path.Combine(rig.Data, "actors.db");
        using var database = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = query;
        return (long)command.ExecuteScalar()!;
    }

    /// <exception cref="TimeoutException">It does not come to be.</exception>
    private static async Task Until(Func<bool> condition, string name)
    {
        if (!await Waiting.Until(condition, PhaseMax))
            throw new TimeoutException($"waited for {name}");
    }
}

/// <summary>What a proof saw.</summary>
/// <param name="Took">From the first bounce to the answer to the last.</param>
/// <param name="Told">From the first bounce until every contact knew.</param>
/// <param name="Mails">That the other tenant sent meanwhile, each after the one before had come.</param>
/// <param name="Broken">Broken promises, a sentence each.</param>
public sealed record FloodOutcome(
    int Bounces, TimeSpan Took, TimeSpan Told, int Mails, IReadOnlyList<string> Broken)
{
    public override string ToString() => string.Join('\n', [
        $"{Bounces} bounces taken in {Took.TotalSeconds:0.0} s ({Bounces / Took.TotalSeconds:0} a second), "
            + $"every contact told after {Told.TotalSeconds:0.0} s; {Mails} mails of another tenant meanwhile, "
            + $"one after the other; {Broken.Count} broken promises",
        .. Broken]);
}
