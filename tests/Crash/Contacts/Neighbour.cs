using System.Text.Json.Nodes;
using Actors.Crash.Processes;
using Actors.Crash.Settings;

namespace Actors.Crash.Contacts;

/// <summary>Another tenant of the same server, which sends one mail after the other.</summary>
internal sealed class Neighbour(SettingsApi desk, Letterbox letters) : IDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(5);

    public static async Task<Neighbour> MoveIn(Announcement server, ContactRig rig)
    {
        using var operators = new SettingsApi(server.Http, rig.Keys.Operator);
        const string Own = "admin/tenants/neighbour";
        await operators.Do(
            HttpMethod.Post, "admin/tenants", new JsonObject { ["id"] = "neighbour", ["name"] = "Neighbour" });
        await operators.Do(HttpMethod.Post, $"{Own}/senders", new JsonObject { ["sender"] = "neighbour.test" });
        await operators.Do(HttpMethod.Post, $"{Own}/smtp-accounts", new JsonObject
        {
            ["id"] = "acc_next", ["name"] = "Next", ["approved"] = true,
        });
        var key = await operators.Do(HttpMethod.Post, $"{Own}/api-keys", new JsonObject { ["name"] = "first" });
        return new Neighbour(new SettingsApi(server.Http, (string)key!["key"]!), rig.Letters);
    }

    public void Dispose() => desk.Dispose();

    /// <returns>How many came, each of them before the next was sent.</returns>
    public async Task<int> SendOneByOne(CancellationToken over)
    {
        using var timer = new PeriodicTimer(LookAgain, TimeProvider.System);
        for (var count = 0; ; count++)
        {
            var reader = $"n-{count}@crash.test";
            await desk.Do(HttpMethod.Post, "messages", new JsonObject
            {
                ["from"] = "hello@neighbour.test",
                ["to"] = new JsonArray(reader),
                ["subject"] = "Hello",
                ["text"] = "Hello.",
            });
            while (!letters.Has(reader))
            {
                if (over.IsCancellationRequested)
                    return count;
                await timer.WaitForNextTickAsync(CancellationToken.None);
            }
        }
    }
}
