using System.Globalization;
using System.Text.Json.Nodes;

namespace Actors.Crash.Settings;

/// <summary>What customers and operators set up, as settings whose values tell them apart.</summary>
internal static class Catalogue
{
    /// <summary>Of a customer that was not changed yet.</summary>
    public const string FirstCity = "Oslo";

    /// <summary>Accounts that are made, however many lives there are: a tenant has 200 at most.</summary>
    private const int AccountsMax = 100;

    private const string OwnAccounts = "admin/tenants/demo/smtp-accounts";

    /// <param name="number">New ones for each.</param>
    public static IEnumerable<Setting> Make(int number) =>
    [
        Tenant($"t{number}"), Account($"acc_s{number % AccountsMax}"), Customer(), AddOn(), Footer(),
        .. People.Make(number), .. Words.Make(), Departures.Leaver(number),
    ];

    /// <summary>Before the first kill.</summary>
    public static async Task Prepare(Desk desk)
    {
        await Words.Prepare(desk);
        await People.Prepare(desk);
    }

    private static Setting Tenant(string id) => new(
        $"tenant {id}", [id],
        (desk, _) => desk.Operator.Do(
            HttpMethod.Post, "admin/tenants", new JsonObject { ["id"] = id, ["name"] = id }),
        async desk => Text(await desk.Operator.Get($"admin/tenants/{id}"), "id"),
        desk => InList(desk.Operator, "admin/tenants", "id", id, "id"));

    private static Setting Account(string id) => new(
        $"account {id}", ["False", "True"],
        (desk, paused) => Pause(desk, id, paused!),
        desk => InList(desk.Operator, OwnAccounts, "id", id, "paused"));

    /// <summary>Makes it where it is not there.</summary>
    private static async Task Pause(Desk desk, string id, string paused)
    {
        if (await InList(desk.Operator, OwnAccounts, "id", id, "paused") is null)
            await desk.Operator.Do(
                HttpMethod.Post, OwnAccounts, new JsonObject { ["id"] = id, ["name"] = id, ["approved"] = true });
        await desk.Operator.Do(HttpMethod.Post, $"{OwnAccounts}/{id}/{(paused == "True" ? "pause" : "resume")}");
    }

    private static Setting Customer() => new(
        "customer data", ["Brno", "Graz", "Kyiv"],
        (desk, city) => desk.Customer.Do(HttpMethod.Put, "customer", CustomerIn(city!)),
        async desk => Text(await desk.Customer.Get("customer"), "city") is var city && city == FirstCity ? null : city);

    public static JsonObject CustomerIn(string city) => new()
    {
        ["company"] = "Example Ltd", ["street"] = "1 Example Street", ["city"] = city,
        ["postal_code"] = "10001", ["country"] = "GB", ["contact_email"] = "billing@example.org",
    };

    /// <summary>With a row in the ledger for each change.</summary>
    private static Setting AddOn() => new(
        "dedicated addresses", ["1", "2", "3"],
        (desk, count) => desk.Operator.Do(
            HttpMethod.Put, "admin/tenants/demo/add-ons/dedicated_ip",
            new JsonObject { ["quantity"] = int.Parse(count!, CultureInfo.InvariantCulture) }),
        async desk => (await desk.Customer.Get("plan"))?["add_ons"]!.AsArray()
            .FirstOrDefault(one => Text(one, "id") == "dedicated_ip")?["quantity"]?.ToString());

    private static Setting Footer() => new(
        "footer", ["One Street", "Two Street", "Three Street"],
        (desk, text) => desk.Customer.Do(HttpMethod.Put, "email-footer", new JsonObject { ["text"] = text }),
        async desk => Text(await desk.Customer.Get("email-footer"), "text") is { Length: > 0 } text ? text : null);

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
