using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests;

/// <summary>Whoever makes something that there is already is told so.</summary>
[Collection(Harness.Gateway.Name)]
public sealed class MadeOrFoundTests(Harness.Gateway gateway)
{
    [Theory]
    [InlineData("contacts", """{"email":"ann@example.org"}""", """{"email":"ANN@example.org","lists":["news"]}""")]
    [InlineData("blacklist", """{"email":"ann@example.org"}""", """{"email":"ann@example.org","note":"by phone"}""")]
    [InlineData("blacklist", """{"domain":"example.org"}""", """{"domain":"EXAMPLE.org"}""")]
    [InlineData("domains", """{"domain":"made.example"}""", """{"domain":"MADE.example"}""")]
    [InlineData(
        "smtp-accounts", """{"id":"acc_twice","name":"Shop","email":"a@shop.example"}""",
        """{"id":"acc_twice","name":"Shop","email":"a@shop.example"}""")]
    [InlineData("senders", """{"email":"ann@shop.example"}""", """{"email":"Ann@shop.example","name":"Ann"}""")]
    public async Task what_is_made_is_201_with_its_place_and_what_was_there_is_200(
        string things, string making, string again)
    {
        var tenant = await gateway.Running.NewTenant();
        var made = await tenant.Http.Post($"/v1/{things}", making).Status(201);
        var place = made.Header("Location").ShouldNotBeNull();
        place.ShouldStartWith($"/v1/{things}/");
        var shown = await tenant.Http.Get(place).Status(200);

        var found = await tenant.Http.Post($"/v1/{things}", again).Status(200);
        found.Header("Location").ShouldBeNull();
        Id(found).ShouldBe(Id(shown));
    }

    [Fact]
    public async Task what_only_a_hash_is_known_of_is_made_again()
    {
        var http = (await gateway.Running.NewTenant()).Http;
        const string Ann = """{"email":"ann@example.org"}""";
        await http.Post("/v1/blacklist", Ann).Status(201);
        await http.Post("/v1/contacts", Ann).Status(201);
        await http.Delete("/v1/contacts/ann@example.org").Status(204);

        await http.Post("/v1/contacts", Ann).Status(201);
        await http.Post("/v1/contacts", Ann).Status(200);
    }

    [Fact]
    public async Task an_entry_that_has_ended_is_made_again()
    {
        var own = await TestGateway.Start();
        await using var _ = own;
        var http = (await own.NewTenant()).Http;
        const string ForAnHour = """{"email":"ann@example.org","expires_at":"2030-01-01T13:00:00Z"}""";
        await http.Post("/v1/blacklist", ForAnHour).Status(201);
        await http.Post("/v1/blacklist", """{"email":"ann@example.org"}""").Status(200);
        await http.Post("/v1/blacklist", ForAnHour).Status(200);
        own.Time.Advance(TimeSpan.FromHours(1));
        await http.Post("/v1/blacklist", """{"email":"ann@example.org"}""").Status(201);
    }

    private static string Id(Answer answer) =>
        answer.Json.TryGetProperty("id", out var id) ? id.GetString()! : answer.Text("domain");
}
