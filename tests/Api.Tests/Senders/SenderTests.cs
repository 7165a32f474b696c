using System.Text.Json.Nodes;
using Actors.Api.Tests.Harness;
using Actors.Grains.PlatformMails;

namespace Actors.Api.Tests.Senders;

/// <summary>Each test has a gateway of its own: the operator takes its word back.</summary>
public sealed class SenderTests : IAsyncLifetime
{
    private TestGateway gateway = null!; // made before each test
    private TestTenant tenant = null!;

    private HttpClient Http => tenant.Http;

    public async Task InitializeAsync()
    {
        gateway = await TestGateway.Start();
        await PlatformAccount.Prepare(gateway.Grains);
        tenant = await gateway.NewTenant();
    }

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public async Task an_address_is_registered_confirmed_by_its_links_button_and_deleted()
    {
        var made = await Register("Orders@shop.example", "Obchod");
        made.Header("Location").ShouldBe($"/v1/senders/{made.Text("id")}");
        (made.Text("email"), made.Text("name"), made.Text("status"))
            .ShouldBe(("Orders@shop.example", "Obchod", "pending"));
        var path = $"/v1/senders/{made.Text("id")}";
        var link = (await SenderMails.LinksTo(gateway, "orders@shop.example")).ShouldHaveSingleItem();

        (await gateway.Stranger.Get(link).Status(200)).Body.ShouldContain("Orders@shop.example");
        (await Http.Get(path).Status(200)).Text("status").ShouldBe("pending"); // a scanner's GET confirms nothing
        await Press(link, 200);

        var confirmed = await Http.Get(path).Status(200);
        (confirmed.Text("status"), confirmed.Text("confirmed_at")).ShouldBe(("confirmed", "2030-01-01T12:00:00.000Z"));
        await gateway.Stranger.Get(link).Status(410);
        await Press(link, 410);
        await Http.Delete(path).Status(204);
        await Http.Get(path).Problem(404, "not_found");
        await Press(link, 404);
    }

    [Fact]
    public async Task links_that_are_guessed_replaced_or_old_confirm_nothing()
    {
        var path = $"/v1/senders/{(await Register("orders@shop.example")).Text("id")}";
        await Press("/links/" + new string('a', 52), 404);
        await Http.Post($"{path}/confirmation").Problem(429, "too_many_attempts");
        gateway.Time.Advance(TimeSpan.FromMinutes(1));
        await Http.Post($"{path}/confirmation").Status(200);
        var links = await SenderMails.LinksTo(gateway, "orders@shop.example");
        links.Distinct().Count().ShouldBe(2);

        await Press(links[1], 404);
        gateway.Time.Advance(TimeSpan.FromDays(7));
        await gateway.Stranger.Get(links[0]).Status(410);
        await Press(links[0], 410);

        (await Http.Get(path).Status(200)).Text("status").ShouldBe("expired");
    }

    [Fact]
    public async Task only_a_confirmed_sender_may_appear_in_from()
    {
        await gateway.Operator.Delete($"/v1/admin/tenants/{tenant.Id}/senders/shop.example").Status(204);
        await tenant.Hosted();
        var refused = await Http.Send(Mails.Valid().ToJsonString()).Problem(403, "sender_not_verified");
        refused.Text("detail").ShouldContain("register shop.example");
        await Http.Post("/v1/senders", """{"email":"orders@shop.example"}""").Problem(403, "domain_not_verified");
        var own = $"{tenant.Id}@mail.example.net";

        await Register($"{tenant.Id}.news@mail.example.net");

        await Http.Send(Mails.With("from", own)).Status(202); // which needs no registering
        await Http.Send(Mails.With("from", $"{tenant.Id}.news@mail.example.net")).Status(202);
        await Http.Send(Mails.With("from", $"other@mail.example.net")).Problem(403, "sender_not_verified");
    }

    [Fact]
    public async Task the_list_is_searched_filtered_and_paged()
    {
        await Register("anna@shop.example", "Anna Nováková");
        await Register("bob@shop.example");
        await Register("пётр@shop.example");
        await Press((await SenderMails.LinksTo(gateway, "bob@shop.example"))[0], 200);

        (await Emails("")).Count.ShouldBe(3);
        (await Emails("?search=NOV%C3%81KOV")).ShouldBe(["anna@shop.example"]);
        (await Emails("?search=%D0%BF%D1%91")).ShouldBe(["пётр@shop.example"]);
        (await Emails("?status=confirmed")).ShouldBe(["bob@shop.example"]);
        (await Emails("?status=pending&domain=shop.example")).Count.ShouldBe(2);
        (await Emails("?domain=club.example")).ShouldBeEmpty();
        var first = await Http.Get("/v1/senders?limit=2").Status(200);
        (await Emails($"?limit=2&after={first.Text("next")}")).Count.ShouldBe(1);
        await Http.Get("/v1/senders?status=new").Problem(400, "invalid_parameter");
        await Http.Get("/v1/senders?after=x").Problem(400, "invalid_parameter");
    }

    [Fact]
    public async Task who_has_not_seen_the_last_change_changes_nothing()
    {
        var made = await Register("orders@shop.example");
        var path = $"/v1/senders/{made.Text("id")}";
        var seen = made.Header("ETag")!;
        await Rename(path, "First", seen).Status(200);

        await Rename(path, "Second", seen).Problem(412, "precondition_failed");

        var now = await Http.Get(path).Status(200);
        now.Text("name").ShouldBe("First");
        await Rename(path, "First", now.Header("ETag")).Status(200);
        (await Register("ORDERS@shop.example", "Other", status: 200)).Text("name").ShouldBe("First"); // a double click
    }

    [Theory]
    [InlineData("""{}""", "missing /email")]
    [InlineData("""{"email":"shop.example"}""", "address_syntax /email")]
    [InlineData("""{"email":"a@b@shop.example"}""", "address_syntax /email")]
    [InlineData("""{"email":"a@shop.example\r\nBcc: b@c.example"}""", "control_character /email")]
    [InlineData("""{"email":"a@shop.example","name":"a\u0000b"}""", "control_character /name")]
    [InlineData("""{"email":"a@shop.example","nickname":"a"}""", "unknown_field /nickname")]
    [InlineData("""{"email":["a@shop.example"]}""", "wrong_type /email")]
    public async Task a_body_that_is_wrong_says_where(string body, string place) =>
        (await Http.Post("/v1/senders", body).Problem(422, "invalid_field")).Places.ShouldContain(place);

    private async Task<Answer> Register(string email, string? name = null, int status = 201)
    {
        var body = new JsonObject { ["email"] = email };
        if (name is not null)
            body["name"] = name;
        return await Http.Post("/v1/senders", body.ToJsonString()).Status(status);
    }

    private async Task<Answer> Rename(string path, string name, string? ifMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, path);
        request.Content = new StringContent(
            new JsonObject { ["name"] = name }.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await Http.Ask(request);
    }

    /// <summary>As a browser does.</summary>
    private async Task Press(string link, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, link);
        request.Content = new FormUrlEncodedContent([]);
        await gateway.Stranger.Ask(request).Status(status);
    }

    private async Task<IReadOnlyList<string>> Emails(string query) =>
    [
        .. (await Http.Get("/v1/senders" + query).Status(200)).Json.GetProperty("data").EnumerateArray()
            .Select(one => one.GetProperty("email").GetString()!),
    ];
}
