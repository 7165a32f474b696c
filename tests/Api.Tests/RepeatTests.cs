using System.Text;
using Actors.Api.Problems;
using Actors.Api.Repeats;
using Actors.Api.Tests.Harness;
using Actors.Grains.Ids;
using Actors.Grains.Repeats;
using Actors.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Api.Tests;

/// <summary>A POST with an idempotency key is carried out once.</summary>
[Collection(Harness.Gateway.Name)]
public sealed class RepeatTests(Harness.Gateway gateway)
{
    private const string Account = """{"name":"Shop","email":"a@shop.example"}""";
    private const string Accounts = "/v1/smtp-accounts";

    private readonly TestGateway gateway = gateway.Running;

    [Theory]
    [InlineData("smtp-accounts", Account)]
    [InlineData("templates", """{"name":"Order","subject":"Hello","text":"Hello"}""")]
    [InlineData("forms", """{"name":"News","from":"news@shop.example","smtp_account":"acc_shop"}""")]
    [InlineData("contacts", """{"email":"ann@example.org"}""")]
    [InlineData("blacklist", """{"email":"ann@example.org"}""")]
    [InlineData("domains", """{"domain":"again.example"}""")]
    [InlineData("senders", """{"email":"ann@shop.example"}""")]
    [InlineData("test-addresses", """{"email":"test@shop.example"}""")]
    [InlineData("api-keys", """{"name":"shop","scopes":["messages.send"]}""")]
    public async Task what_is_made_is_made_once_and_answered_the_same_again(string things, string body)
    {
        var tenant = await gateway.NewTenant();
        var before = await Count(tenant, things);
        var first = await tenant.Http.Post($"/v1/{things}", body, "k").Status(201);
        first.Header("Idempotent-Replayed").ShouldBeNull();
        var second = await tenant.Http.Post($"/v1/{things}", body, "k").Status(201);

        second.Header("Idempotent-Replayed").ShouldBe("true");
        second.Body.ShouldBe(first.Body);
        foreach (var header in new[] { "Location", "ETag", "Cache-Control" })
            second.Header(header).ShouldBe(first.Header(header));
        (await Count(tenant, things)).ShouldBe(before + 1);
    }

    [Fact]
    public async Task the_operators_requests_are_carried_out_once_too()
    {
        var tenant = await gateway.NewTenant();
        var path = $"/v1/admin/tenants/{tenant.Id}/api-keys";
        var key = $"for {tenant.Id}";
        var first = await gateway.Operator.Post(path, """{"name":"a"}""", key).Status(201);
        var second = await gateway.Operator.Post(path, """{"name":"a"}""", key).Status(201);
        second.Text("key").ShouldBe(first.Text("key"));
        await gateway.Operator.Post(path, """{"name":"b"}""", key).Problem(409, "idempotency_key_reused");
    }

    [Fact]
    public async Task another_request_with_the_key_is_refused_wherever_it_goes()
    {
        var http = (await gateway.NewTenant()).Http;
        await http.Post(Accounts, Account, "k").Status(201);
        await http.Post(Accounts, """{"name":"Other","email":"a@shop.example"}""", "k")
            .Problem(409, "idempotency_key_reused");
        await http.Post("/v1/contacts", """{"email":"ann@example.org"}""", "k").Problem(409, "idempotency_key_reused");
        await http.Post($"{Accounts}?x=1", Account, "k").Problem(409, "idempotency_key_reused");
        await http.Get("/v1/contacts/ann@example.org").Problem(404, "not_found");
        await http.Post(Accounts, Account).Status(201);
    }

    [Fact]
    public async Task sends_have_keys_of_their_own()
    {
        var http = (await gateway.NewTenant()).Http;
        await http.Post(Accounts, Account, "k").Status(201);
        (await http.Send(Mails.To("ann@example.net"), "k").Status(202)).Header("Idempotent-Replayed").ShouldBeNull();
    }

    [Fact]
    public async Task keys_of_others_do_not_meet_not_even_in_one_tenant()
    {
        var (one, two) = (await gateway.NewTenant(), await gateway.NewTenant());
        const string Body = """{"name":"shop"}""";
        var first = await one.Http.Post("/v1/api-keys", Body, "k").Status(201);
        var others = await two.Http.Post("/v1/api-keys", Body, "k").Status(201);
        others.Header("Idempotent-Replayed").ShouldBeNull();
        using var colleague = gateway.Client(first.Text("key"));
        var colleagues = await colleague.Post("/v1/api-keys", Body, "k").Status(201);
        colleagues.Header("Idempotent-Replayed").ShouldBeNull();
        colleagues.Text("key").ShouldNotBe(first.Text("key"));
    }

    [Fact]
    public async Task a_refused_request_leaves_its_key_free()
    {
        var http = (await gateway.NewTenant()).Http;
        await http.Post(Accounts, """{"name":"Shop"}""", "k").Problem(422, "invalid_field");
        await http.Post(Accounts, "{", "k").Problem(400, "malformed_json");
        (await http.Post(Accounts, Account, "k").Status(201)).Header("Idempotent-Replayed").ShouldBeNull();
    }

    [Fact]
    public async Task parallel_duplicates_make_one()
    {
        var tenant = await gateway.NewTenant();
        var before = await Count(tenant, "smtp-accounts");
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => tenant.Http.Post(Accounts, Account, "k")));

        var made = answers.Where(answer => answer.Status == 201).ToList();
        made.Select(answer => answer.Text("id")).Distinct().ShouldHaveSingleItem();
        made.Count(answer => answer.Header("Idempotent-Replayed") is null).ShouldBe(1);
        foreach (var waiting in answers.Where(answer => answer.Status != 201))
        {
            (waiting.Status, waiting.Text("code")).ShouldBe((409, "idempotency_in_progress"));
            waiting.Header("Retry-After").ShouldBe("1");
        }

        (await Count(tenant, "smtp-accounts")).ShouldBe(before + 1);
    }

    [Fact]
    public async Task of_a_large_answer_no_copy_is_kept_and_what_it_made_is_made_once()
    {
        var tenant = await gateway.NewTenant();
        var before = await Count(tenant, "templates");
        var html = new string('x', RepeatLimits.AnswerBytesMax);
        var body = $$"""{"name":"Large","subject":"Hello","text":"Hello","html":"{{html}}"}""";
        var first = await tenant.Http.Post("/v1/templates", body, "k").Status(201);
        var second = await tenant.Http.Post("/v1/templates", body, "k").Status(201);
        second.Header("Idempotent-Replayed").ShouldBeNull();
        second.Text("id").ShouldBe(first.Text("id"));
        (await Count(tenant, "templates")).ShouldBe(before + 1);
    }

    [Fact]
    public async Task a_day_later_the_key_is_free()
    {
        var own = await TestGateway.Start();
        await using var _ = own;
        var tenant = await own.NewTenant();
        var first = await tenant.Http.Post("/v1/templates", Template, "k").Status(201);
        own.Time.Advance(RepeatLimits.Retention - TimeSpan.FromSeconds(1));
        (await tenant.Http.Post("/v1/templates", Template, "k").Status(201)).Text("id").ShouldBe(first.Text("id"));
        own.Time.Advance(TimeSpan.FromSeconds(1));
        (await tenant.Http.Post("/v1/templates", Template, "k").Status(201)).Text("id").ShouldNotBe(first.Text("id"));
    }

    [Fact]
    public async Task where_nobody_knows_what_became_of_the_first_a_repeat_names_things_the_same()
    {
        var tenant = await gateway.NewTenant();
        var grain = gateway.Grains.GetGrain<IRepeatGrain>(RepeatKey.Of(tenant.Id, "someone", "k"));
        var first = (await grain.Begin("f", "seed")).ShouldBeOfType<RepeatTurn.Run>();
        await grain.Abandon(first.Number);
        var second = (await grain.Begin("f", "another")).ShouldBeOfType<RepeatTurn.Run>();

        var (one, two) = (new RepeatedIds(first.At, first.Seed), new RepeatedIds(second.At, second.Seed));
        var (a, b) = (one.Next("acc_"), one.Next("acc_"));
        (two.Next("acc_"), two.Next("acc_")).ShouldBe((a, b));
        a.ShouldNotBe(b);
        AccountId.TryParse(a, out var _).ShouldBeTrue();
    }

    [Fact]
    public async Task nothing_of_request_or_answer_can_be_read_in_the_store()
    {
        var tenant = await gateway.NewTenant();
        var issued = await tenant.Http.Post("/v1/api-keys", """{"name":"secret shop"}""", "k").Status(201);
        var state = new GrainState<RepeatState>();
        await gateway.Services.GetRequiredService<Actors.Storage.Store>().Grains.ReadStateAsync(
            "repeat", GrainId.Create("repeat", RepeatKey.Of(tenant.Id, tenant.KeyId, "k")), state);

        var kept = state.State!.Sealed.ShouldNotBeNull();
        kept.ShouldNotContain(issued.Text("key"));
        kept.ShouldNotContain("secret shop");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u00FC")]
    [InlineData("a\tb")]
    public async Task a_key_that_is_empty_or_not_printable_ascii_is_refused(string key)
    {
        var tenant = await gateway.NewTenant();
        using var request = new HttpRequestMessage(HttpMethod.Post, Accounts);
        request.Content = new StringContent(Account, null, "application/json");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key).ShouldBeTrue();
        using var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        using var client = new HttpClient(handler) { BaseAddress = gateway.Address };
        client.DefaultRequestHeaders.Authorization = tenant.Http.DefaultRequestHeaders.Authorization;
        (await client.Ask(request).Problem(400, "invalid_parameter")).Places.ShouldBe(["invalid_key Idempotency-Key"]);
    }

    [Fact]
    public async Task a_key_of_256_characters_is_the_longest_and_a_body_over_the_largest_is_refused()
    {
        var http = (await gateway.NewTenant()).Http;
        await http.Post(Accounts, Account, new string('k', 256)).Status(201);
        await http.Post(Accounts, Account, new string('k', 257)).Problem(400, "invalid_parameter");
        await http.Post(Accounts, new string(' ', Repeating.BodyBytesMax + 1), "k").Problem(413, "too_large");
        await http.Post(Accounts, new string(' ', 70_000), "k").Problem(413, "too_large");
    }

    [Fact]
    public void a_tenant_has_so_many_in_a_day_and_another_has_its_own()
    {
        var time = new ManualTime();
        var repeats = new Repeating(time);
        var (one, two) = (TenantId.Parse("one"), TenantId.Parse("two"));
        for (var i = 0; i < RepeatLimits.RequestsADayMax; i++)
            repeats.Take(one).ShouldBeNull();

        repeats.Take(one).ShouldNotBeNull().Type.ShouldBe(ProblemTypes.TooManyAttempts);
        repeats.Take(two).ShouldBeNull();
        time.Advance(TimeSpan.FromSeconds(1));
        repeats.Take(one).ShouldBeNull();
    }

    private const string Template = """{"name":"Order","subject":"Hello","text":"Hello"}""";

    private static async Task<int> Count(TestTenant tenant, string things) =>
        (await tenant.Http.Get($"/v1/{things}").Status(200)).Json.GetProperty("data").GetArrayLength();
}
