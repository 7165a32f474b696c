using System.Text.Json;
using Actors.Api.Tests.Harness;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Mail.Addresses;

namespace Actors.Api.Tests.Imports;

[Collection(Harness.Gateway.Name)]
public sealed class ExportedAgainTests(Harness.Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    private DateTimeOffset Now => gateway.Time.GetUtcNow();

    [Theory]
    [InlineData("csv", Files.Csv)]
    [InlineData("jsonl", Files.JsonLines)]
    public async Task contacts_are_taken_from_one_tenant_to_another_and_back(string format, string type)
    {
        var (from, to) = (await gateway.NewTenant(), await gateway.NewTenant());
        await from.Http.Post("/v1/contacts", """
            {"email":"+ann@example.org","details":{"city":"Oslo, \"N\"","email":"","é":"=1"},"lists":["a","b;c"," d"]}
            """).Status(201);
        await from.Http.Post("/v1/contacts", """{"email":"bob@example.org","lists":["a","b"]}""").Status(201);
        await Leave(from, "bob@example.org", "b");
        var (file, before) = (await Exported(from, format), await Seen(from));

        (await from.Http.Imported(from.Http.Upload(Files.Contacts, file, type))).Counts().ShouldBe("2 0 0 2 0 0");
        (await Exported(from, format)).ShouldBe(file);

        (await to.Http.Imported(to.Http.Upload(Files.Contacts, file, type))).Counts().ShouldBe("2 2 0 0 0 0");
        (await Seen(to)).ShouldBe(before, ignoreOrder: true);
        before.ShouldContain("bob@example.org {} a");
    }

    [Theory]
    [InlineData("csv", Files.Csv)]
    [InlineData("jsonl", Files.JsonLines)]
    public async Task who_wants_no_mail_of_one_tenant_gets_none_of_another_that_has_its_file(string format, string type)
    {
        var (from, to) = (await gateway.NewTenant(), await gateway.NewTenant());
        foreach (var name in new[] { "ann", "bob", "eve" })
            await from.Http.Post("/v1/contacts", $$"""{"email":"{{name}}@example.org"}""").Status(201);
        await Leave(from, "bob@example.org", null);
        await Happened(from, "eve@example.org", new ContactCause.Complained { Message = Message(), At = Now });

        (await to.Http.Imported(to.Http.Upload(Files.Contacts, await Exported(from, format), type))).Counts()
            .ShouldBe("3 3 0 0 0 0");
        foreach (var (name, standing) in new[] { ("ann", "active"), ("bob", "unsubscribed"), ("eve", "complained") })
            (await to.Http.Get($"/v1/contacts/{name}@example.org").Status(200)).Text("standing").ShouldBe(standing);
    }

    [Theory]
    [InlineData("csv", Files.Csv)]
    [InlineData("jsonl", Files.JsonLines)]
    public async Task entries_of_the_blacklist_are_too(string format, string type)
    {
        var (from, to) = (await gateway.NewTenant(), await gateway.NewTenant());
        await gateway.Operator.Put(
            $"/v1/admin/tenants/{from.Id}/plan", """{"plan":"essential"}""").Status(200);
        await from.Http.Post("/v1/blacklist", """{"domain":"example.net","note":"moved, \"all\""}""").Status(201);
        await from.Http.Post(
            "/v1/blacklist", """{"email":"ann@example.org","expires_at":"2199-01-01T00:00:00Z"}""").Status(201);
        var file = (await from.Http.Get($"/v1/blacklist?format={format}").Status(200)).Body;

        (await from.Http.Imported(from.Http.Upload("/v1/blacklist/imports", file, type))).Counts()
            .ShouldBe("2 0 0 2 0 0");
        (await to.Http.Imported(to.Http.Upload("/v1/blacklist/imports", file, type))).Counts().ShouldBe("2 2 0 0 0 0");
        foreach (var entry in new[] { "example.net", "ann@example.org" })
            (await to.Http.Get($"/v1/blacklist/{entry}").Status(200)).Body.ShouldBe(
                (await from.Http.Get($"/v1/blacklist/{entry}").Status(200)).Body);
    }

    private Task Leave(TestTenant tenant, string address, string? list) =>
        Happened(tenant, address, new ContactCause.Unsubscribed(list) { Message = Message(), At = Now });

    private Task Happened(TestTenant tenant, string address, ContactCause cause) =>
        gateway.Grains.Contact(ContactKey.Of(tenant.Id, EmailAddress.Parse(address))).Apply(cause);

    private MessageId Message() => new(SubmissionId.Create(Now, new byte[10]), 0);

    private static async Task<string> Exported(TestTenant tenant, string format) =>
        (await tenant.Http.Get($"/v1/contacts?format={format}").Status(200)).Body;

    /// <summary>Of each contact address, details, and the lists it has not left.</summary>
    private static async Task<IReadOnlyList<string>> Seen(TestTenant tenant)
    {
        var page = (await tenant.Http.Get("/v1/contacts").Status(200)).Json.GetProperty("data");
        return [.. page.EnumerateArray().Select(contact => string.Join(
            ' ', contact.GetProperty("email").GetString(), Details(contact.GetProperty("details")),
            string.Join(',', contact.GetProperty("lists").EnumerateArray()
                .Where(list => !list.TryGetProperty("left_at", out _)).Select(list => list.GetProperty("name")))))];
    }

    private static string Details(JsonElement details) => "{" + string.Join(
        ',', details.EnumerateObject().OrderBy(one => one.Name, StringComparer.Ordinal)) + "}";
}
