using System.Text.Json.Nodes;

namespace Actors.Crash.Settings;

/// <summary>What customers and operators set up, as settings whose values tell them apart.</summary>
internal static class Catalogue
{
    private const string OwnAccounts = "admin/tenants/demo/smtp-accounts";

    /// <param name="number">New ones for each.</param>
    public static IEnumerable<Setting> Make(int number) =>
        [Tenant($"t{number}"), Account($"acc_s{number}"), Customer(), .. AddOns()];

    private static Setting Tenant(string id) => new(
        $"tenant {id}", [id],
        (desk, _) => desk.Operator.Do(
            HttpMethod.Post, "admin/tenants", new JsonObject { ["id"] = id, ["name"] = id }),
        async desk => Text(await desk.Operator.Get($"admin/tenants/{id}"), "id"),
        desk => InList(desk.Operator, "admin/tenants", "id", id, "id"));

    private static Setting Account(string id) => new(
        $"account {id}", ["False", "True", "False", "True"],
        (desk, paused) => Pause(desk, id, paused!),
        desk => InList(desk.Operator, OwnAccounts, "id", id, "paused"));

    /// <summary>The first of its values makes it.</summary>
    private static async Task Pause(Desk desk, string id, string paused)
    {
        if (await InList(desk.Operator, OwnAccounts, "id", id, "paused") is null)
            await desk.Operator.Do(
                HttpMethod.Post, OwnAccounts, new JsonObject { ["id"] = id, ["name"] = id, ["approved"] = true });
        else
            await desk.Operator.Do(
                HttpMethod.Post, $"{OwnAccounts}/{id}/{(paused == "True" ? "pause" : "resume")}");
    }

    private static Setting Customer() => new(
        "customer data", ["Brno", "Graz", "Kyiv"],
        (desk, city) => desk.Customer.Do(HttpMethod.Put, "customer", new JsonObject
        {
            ["company"] = "Example Ltd", ["street"] = "1 Example Street", ["city"] = city,
            ["postal_code"] = "10001", ["country"] = "GB", ["contact_email"] = "billing@example.org",
        }),
        async desk => Text(await desk.Customer.Get("customer"), "city"));

    /// <summary>The plan's own list of add-ons, and the ledger's row for each change.</summary>
    private static IEnumerable<Setting> AddOns() =>
    [
        new(
            "dedicated addresses", ["1", "2", "3"],
            (desk, count) => desk.Operator.Do(
                HttpMethod.Put, "admin/tenants/demo/add-ons/dedicated_ip",
                new JsonObject { ["quantity"] = int.Parse(count!, System.Globalization.CultureInfo.InvariantCulture) }),
            async desk => (await desk.Customer.Get("plan"))?["add_ons"]!.AsArray()
                .FirstOrDefault(one => (string)one!["id"]! == "dedicated_ip")?["quantity"]?.ToString()),
    ];

    private static async Task<string?> InList(
        SettingsApi api, string path, string idField, string id, string field) =>
        Text((await api.List(path)).FirstOrDefault(one => Text(one, idField) == id), field);

    private static string? Text(JsonNode? node, string field) => node?[field] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag.ToString(),
        var other => other.ToString(),
    };
}
