using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.Unsubscribing;

/// <summary>What a tenant has heard elsewhere than by a link in its mail.</summary>
[Collection(Harness.Gateway.Name)]
public sealed class UnsubscribeContactTests(Harness.Gateway gateway) : IAsyncLifetime
{
    private const string Ann = "/v1/contacts/ann@example.org";
    private TestTenant tenant = null!; // made before each test

    private HttpClient Http => tenant.Http;

    public async Task InitializeAsync() => tenant = await gateway.Running.NewTenant();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task who_is_told_to_leave_a_list_or_all_has_left_once()
    {
        await Http.Post("/v1/contacts", """{"email":"ann@example.org","lists":["news","offers"]}""").Status(201);
        var left = await Leave(",\"list\":\"news\"").Status(200);
        left.Text("standing").ShouldBe("active");
        left.Json.GetProperty("lists").EnumerateArray()
            .Select(list => (list.GetProperty("name").GetString(), list.TryGetProperty("left_at", out _)))
            .ShouldBe([("news", true), ("offers", false)]);

        var gone = await Leave().Status(200);
        gone.Text("standing").ShouldBe("unsubscribed");
        (await Leave().Status(200)).Body.ShouldBe(gone.Body);
        var entry = (await Http.Get("/v1/blacklist/ann@example.org").Status(200)).Json.GetProperty("entries")[0];
        entry.GetProperty("reason").GetString().ShouldBe("unsubscribe");
        entry.TryGetProperty("message", out _).ShouldBeFalse();

        await Http.Delete("/v1/blacklist/ann@example.org?reason=unsubscribe").Status(204);
        (await Http.Get(Ann).Status(200)).Text("standing").ShouldBe("active");
    }

    [Fact]
    public async Task an_address_that_nobody_knows_is_remembered_and_no_contact()
    {
        var left = await Leave().Status(200);
        left.Json.GetProperty("is_contact").GetBoolean().ShouldBeFalse();
        (await Http.Post("/v1/contacts", """{"email":"ANN@example.org"}""").Status(201)).Text("standing")
            .ShouldBe("unsubscribed");
        (await Http.Get("/v1/allowance").Status(200)).Json.GetProperty("active_contacts").GetProperty("used")
            .GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task no_address_and_a_list_that_cannot_be_are_refused_and_change_nothing()
    {
        (await Http.Post("/v1/contacts/unsubscribe").Problem(422, "invalid_field")).Places.ShouldBe(["missing /email"]);
        (await Leave(",\"list\":\" \",\"all\":true").Problem(422, "invalid_field")).Places
            .ShouldBe(["empty /list", "unknown_field /all"]);
        await Http.Get(Ann).Problem(404, "not_found");
    }

    private Task<Answer> Leave(string more = "") =>
        Http.Post("/v1/contacts/unsubscribe", $$"""{"email":"Ann@example.org"{{more}}}""");
}
