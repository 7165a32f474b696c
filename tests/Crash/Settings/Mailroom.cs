using System.Text.Json.Nodes;
using Actors.Crash.Processes;

namespace Actors.Crash.Settings;

/// <summary>The sandbox as whoever reads the platform's mails.</summary>
internal static class Mailroom
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(100);

    /// <summary>Links in the mails to somebody, each once.</summary>
    public static async Task<IReadOnlyList<string>> LinksTo(Desk desk, string address)
    {
        var links = new HashSet<string>();
        foreach (var mail in await desk.Customer.List("sandbox/messages"))
        {
            if ((string?)mail["rcpt_to"] != $"<{address}>")
                continue;
            var content = await desk.Customer.Get($"sandbox/messages/{(string)mail["id"]!}");
            foreach (var link in content?["links"]?.AsArray() ?? [])
                links.Add((string)link!);
        }

        return [.. links];
    }

    /// <summary>Presses the button behind the link in a mail to somebody, as soon as one comes that opens.</summary>
    /// <param name="isDone">Whether it was pressed already.</param>
    public static async Task Follow(
        Desk desk, string address, Func<Task<bool>> isDone, params (string Name, string Value)[] form)
    {
        using var limit = new CancellationTokenSource(Waiting.Max, TimeProvider.System);
        using var timer = new PeriodicTimer(Again, TimeProvider.System);
        while (!await isDone())
        {
            foreach (var link in await LinksTo(desk, address))
                await desk.Customer.Press(new Uri(link).AbsolutePath, form);
            if (await isDone())
                return;
            if (limit.IsCancellationRequested)
                throw new InvalidOperationException($"no mail with a link that opens has come to {address}");
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>Who has an address, in a list.</summary>
    public static async Task<JsonNode?> Find(SettingsApi api, string path, string address) =>
        (await api.List(path)).FirstOrDefault(one => (string?)one["email"] == address);
}
