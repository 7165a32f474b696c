using System.Text.Json.Nodes;
using Actors.Crash.Processes;

namespace Actors.Crash.Settings;

/// <summary>What senders were asked, read in each life: the sandbox keeps the last thousand mails, and a long proof
/// makes more.</summary>
internal sealed class SenderMails
{
    private readonly HashSet<string> read = [];
    private readonly Dictionary<string, HashSet<string>> links = [];

    /// <summary>Reads what has come since.</summary>
    public async Task Read(Desk desk)
    {
        foreach (var mail in await desk.Customer.List("sandbox/messages"))
            if (!read.Contains(Id(mail)))
            {
                await Read(desk, mail);
                read.Add(Id(mail)); // a server that dies meanwhile is asked again
            }
    }

    /// <summary>Each sender was asked to confirm by one link, whatever died meanwhile.</summary>
    public async Task<IReadOnlyList<string>> Check(Desk desk)
    {
        var senders = (await desk.Customer.List("senders")).Select(sender => (string)sender["email"]!).ToArray();
        await Waiting.Until(async () =>
        {
            await Read(desk);
            return senders.All(sender => LinksTo(sender) > 0);
        });
        return
        [
            .. senders.Where(sender => LinksTo(sender) != 1)
                .Select(sender => $"{sender} was asked to confirm by {LinksTo(sender)} links"),
        ];
    }

    private int LinksTo(string address) => links.GetValueOrDefault($"<{address}>")?.Count ?? 0;

    private async Task Read(Desk desk, JsonNode mail)
    {
        var content = await desk.Customer.Get($"sandbox/messages/{Id(mail)}");
        var known = links.TryGetValue((string)mail["rcpt_to"]!, out var before) ? before : [];
        known.UnionWith(content?["links"]?.AsArray().Select(link => (string)link!) ?? []);
        links[(string)mail["rcpt_to"]!] = known;
    }

    private static string Id(JsonNode mail) => (string)mail["id"]!;
}
