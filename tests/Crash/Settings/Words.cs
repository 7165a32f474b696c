using System.Globalization;
using System.Text.Json.Nodes;

namespace Actors.Crash.Settings;

/// <summary>Domains, words, requests and notices.</summary>
internal static class Words
{
    private const string Domain = "shop.crash.test";

    /// <summary>Before the first kill: room for everything, and a domain whose permission is changed.</summary>
    public static async Task Prepare(Desk desk)
    {
        await desk.Operator.Do(
            HttpMethod.Put, "admin/tenants/demo/plan", new JsonObject { ["plan"] = "enterprise" });
        await desk.Customer.Do(HttpMethod.Put, "customer", Catalogue.CustomerIn(Catalogue.FirstCity));
        await desk.Customer.Do(HttpMethod.Post, "domains", new JsonObject { ["domain"] = "kept.crash.test" });
    }

    public static IEnumerable<Setting> Make() =>
        [Registered(), Permission(), Template(), StandardEmail(), Request(), Notice()];

    private static Setting Registered() => new(
        "domain", ["one", "two", null],
        async (desk, label) =>
        {
            if (label is null)
            {
                await desk.Customer.Do(HttpMethod.Delete, $"domains/{Domain}");
                return;
            }

            await desk.Customer.Do(HttpMethod.Post, "domains", new JsonObject { ["domain"] = Domain });
            await desk.Customer.Do(HttpMethod.Post, $"domains/{Domain}/verify");
            await desk.Customer.Do(
                HttpMethod.Patch, $"domains/{Domain}", new JsonObject { ["tracking"] = label });
        },
        async desk => Label(await desk.Customer.Get($"domains/{Domain}")),
        async desk => Label((await desk.Customer.List("domains"))
            .FirstOrDefault(one => (string?)one["domain"] == Domain)));

    /// <summary>The first label of a host that is told; that which is registered with is told to be none.</summary>
    private static string? Label(JsonNode? domain) =>
        ((string?)domain?["tracking_host"])?.Split('.')[0] is { } label && label != "click" ? label : null;

    private static Setting Permission() => new(
        "permission", ["any address", null],
        (desk, any) => desk.Customer.Do(
            HttpMethod.Put, "domains/kept.crash.test/senders-policy",
            new JsonObject { ["any_address"] = any is not null }),
        async desk => (bool?)(await desk.Customer.Get("domains/kept.crash.test/senders-policy"))?["any_address"] == true
            ? "any address" : null);

    private static Setting Template() => new(
        "template", ["One", "Two", "Three", null],
        async (desk, subject) =>
        {
            if (subject is null)
            {
                await desk.Customer.Do(HttpMethod.Delete, "templates/tpl_crash");
                return;
            }

            await desk.Customer.Do(HttpMethod.Post, "templates", new JsonObject
            {
                ["id"] = "tpl_crash", ["name"] = "Crash", ["subject"] = subject, ["text"] = subject, ["publish"] = true,
            });
            await desk.Customer.Do(HttpMethod.Put, "templates/tpl_crash", new JsonObject
            {
                ["subject"] = subject, ["text"] = subject, ["publish"] = true,
            });
        },
        async desk => Subject(await desk.Customer.Get("templates/tpl_crash")),
        async desk => Subject((await desk.Customer.List("templates"))
            .FirstOrDefault(one => (string?)one["id"] == "tpl_crash")));

    private static Setting StandardEmail() => new(
        "standard e-mail", ["Yes", "Indeed", null],
        (desk, subject) => subject is null
            ? desk.Customer.Do(HttpMethod.Post, "standard-emails/domain-verified/reset")
            : desk.Customer.Do(HttpMethod.Put, "standard-emails/domain-verified", new JsonObject
            {
                ["subject"] = subject, ["text"] = subject, ["publish"] = true,
            }),
        async desk => await desk.Customer.Get("standard-emails/domain-verified") is { } mail
            && mail["version"] is not null ? Subject(mail) : null);

    private static string? Subject(JsonNode? template) => (string?)template?["in_use"]?["subject"];

    private static Setting Request() => new(
        "plan request", ["30", "60", null],
        async (desk, days) =>
        {
            if (days is null)
            {
                foreach (var open in await Open(desk))
                    await desk.Customer.Do(HttpMethod.Delete, $"plan/requests/{open["id"]}");
                return;
            }

            await desk.Customer.Do(HttpMethod.Post, "plan/requests", new JsonObject
            {
                ["add_on"] = "log_retention", ["quantity"] = int.Parse(days, CultureInfo.InvariantCulture),
            });
        },
        async desk => await Open(desk) is [var open, ..] ? open["quantity"]?.ToString() : null);

    private static async Task<IReadOnlyList<JsonNode>> Open(Desk desk) =>
        [.. (await desk.Customer.Get("plan"))!["requests"]!.AsArray().OfType<JsonNode>()
            .Where(one => (string?)one["status"] == "open")];

    private static Setting Notice() => new(
        "notice", ["given", null],
        (desk, given) => desk.Customer.Do(HttpMethod.Post, given is null ? "plan/keep" : "plan/cancel"),
        async desk => (await desk.Customer.Get("plan"))?["ends_at"] is null ? null : "given");
}
