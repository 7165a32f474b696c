using System.Text.Json.Nodes;
using Actors.Crash.Checking;
using Actors.Crash.Load;
using Actors.Crash.Processes;
using Actors.Crash.Proofs;
using Actors.Crash.Settings;

namespace Actors.Crash.Contacts;

/// <summary>What was answered happened once, what was never asked for did not, and nothing goes to who may not be
/// written to.</summary>
internal sealed class ContactChecks(Crowd crowd, ServerApi events, SettingsApi desk)
{
    private const int AddressesOfOne = 50;

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);

    private static readonly (Deed Deed, string Event, string Happening)[] Consequences =
    [
        (Deed.Bounce, "message.late_bounced", "bounced"), (Deed.Complain, "message.complained", "complained"),
        (Deed.Leave, "message.unsubscribed", "unsubscribed"),
    ];

    private readonly List<string> broken = [];

    public async Task<IReadOnlyList<string>> Run()
    {
        await CheckEvents();
        using var limit = new CancellationTokenSource(Waiting.Max, TimeProvider.System);
        foreach (var (deed, _, happening) in Consequences)
            foreach (var reader in Whose(deed))
                await Told(reader, happening, limit.Token);
        foreach (var reader in Whose(Deed.Confirm))
            await Confirmed(reader, limit.Token);
        await CheckSuppressed();
        return broken;
    }

    private IEnumerable<string> Whose(Deed deed) =>
        crowd.Done.Keys.Where(one => one.What == deed).Select(one => one.Subject);

    private async Task CheckEvents()
    {
        var log = await Drain.Whole(events);
        var addresses = (await events.Messages()).ToDictionary(one => one.Id, one => one.Email);
        foreach (var (deed, kind, _) in Consequences)
        {
            var happened = log.Where(logged => logged.Type == kind).CountBy(logged => addresses[logged.Recipient])
                .ToDictionary();
            foreach (var reader in Whose(deed).Where(reader => happened.GetValueOrDefault(reader) != 1))
                broken.Add(
                    $"{reader}: {deed} was answered, and {kind} happened {happened.GetValueOrDefault(reader)} times");
            foreach (var (reader, times) in happened)
                if (times > 1 || !crowd.Tried.ContainsKey((deed, reader)))
                    broken.Add($"{reader}: {kind} happened {times} times");
        }
        foreach (var ends in log.Where(Log.IsEnd).CountBy(logged => logged.Recipient).Where(one => one.Value != 1))
            broken.Add($"{addresses[ends.Key]}: ended {ends.Value} times");
        foreach (var asked in addresses.Values.Where(address => Readers.Of(address) == Deed.Confirm)
            .CountBy(address => address).Where(one => one.Value > crowd.QuestionsMax(one.Key)))
            broken.Add($"{asked.Key}: was asked {asked.Value} times to confirm");
    }

    private Task Told(string reader, string happening, CancellationToken limit) =>
        Until(reader, contact => Times(contact, happening), limit);

    private Task Confirmed(string reader, CancellationToken limit) => Until(
        reader,
        contact => (string)contact["standing"]! == "active" && contact["consents"]!.AsArray().Count == 1
            ? Times(contact, "confirmed")
            : contact["consents"]!.AsArray().Count,
        limit);

    private static int Times(JsonNode contact, string happening) =>
        contact["history"]!.AsArray().Count(change => (string)change!["what"]! == happening);

    /// <summary>Until it is told once.</summary>
    private async Task Until(string reader, Func<JsonNode, int> times, CancellationToken limit)
    {
        using var timer = new PeriodicTimer(LookAgain, TimeProvider.System);
        while (true)
        {
            var contact = await desk.Get($"contacts/{reader}");
            var told = contact is null ? 0 : times(contact);
            if (told == 1)
                return;
            if (told > 1 || limit.IsCancellationRequested)
            {
                broken.Add($"{reader}: was told {told} times: {contact?.ToJsonString()}");
                return;
            }
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    /// <summary>One more letter to everybody.</summary>
    private async Task CheckSuppressed()
    {
        var gone = Consequences.SelectMany(one => Whose(one.Deed)).ToHashSet();
        var stay = Whose(Deed.Confirm).ToHashSet();
        foreach (var addresses in gone.Concat(stay).Chunk(AddressesOfOne))
            await desk.Do(HttpMethod.Post, "messages", new JsonObject
            {
                ["from"] = "news@sandbox.test",
                ["to"] = new JsonArray([.. addresses.Select(address => JsonValue.Create(address))]),
                ["subject"] = "Once more",
                ["text"] = "News.",
                ["stream"] = "marketing",
                ["list"] = "news",
                ["tags"] = new JsonArray("once-more"),
            });
        await Drain.Whole(events);
        foreach (var mail in await desk.List("messages", "tag=once-more"))
            if ((string)mail["status"]! is var status
                && status != (gone.Contains((string)mail["email"]!) ? "suppressed" : "delivered"))
                broken.Add($"{mail["email"]}: one more letter is {status}");
    }
}
