using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.Contacts;

[Collection(Harness.Gateway.Name)]
public sealed class ContactTests(Harness.Gateway gateway) : IAsyncLifetime
{
    private readonly TestGateway gateway = gateway.Running;
    private TestTenant tenant = null!; // made before each test

    private HttpClient Http => tenant.Http;

    public async Task InitializeAsync() => tenant = await gateway.NewTenant();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task a_contact_is_made_shown_as_given_changed_and_erased()
    {
        const string Body = """{"email":"Ann.B+x@Example.org","details":{"city":"Oslo"},"lists":["news"]}""";
        var made = await Http.Post("/v1/contacts", Body).Status(201);
        made.Header("Location").ShouldBe($"/v1/contacts/{made.Text("id")}");
        (made.Text("email"), made.Text("standing"), made.Text("origin"))
            .ShouldBe(("Ann.B+x@example.org", "active", "api"));
        var path = $"/v1/contacts/{made.Text("id")}";

        var changed = await Http.Ask(
            HttpMethod.Patch, path, """{"details":{"city":null,"name":"Ann"},"lists":["offers"]}""").Status(200);
        changed.Json.GetProperty("details").GetRawText().ShouldBe("""{"name":"Ann"}""");
        changed.Json.GetProperty("lists")[0].GetProperty("name").GetString().ShouldBe("offers");
        Happenings(changed).ShouldBe(["created", "changed"]);
        (await Http.Get("/v1/contacts/ann.b+X@EXAMPLE.ORG").Status(200)).Body.ShouldBe(changed.Body);

        await Http.Delete(path).Status(204);
        await Http.Get(path).Problem(404, "not_found");
        await Http.Delete(path).Problem(404, "not_found");
    }

    [Fact]
    public async Task spellings_of_an_address_are_one_contact_and_dots_and_tags_tell_contacts_apart()
    {
        string[] spellings =
        [
            "jörg@bücher.example", "JÖRG@bücher.example", "jo\u0308rg@BÜCHER.example",
            "Jörg@xn--bcher-kva.example", "\\\"jörg\\\"@bücher.example",
        ];
        var ids = new HashSet<string>();
        foreach (var spelling in spellings)
            ids.Add((await Http.Post("/v1/contacts", $$"""{"email":"{{spelling}}"}""")
                .Status(ids.Count == 0 ? 201 : 200)).Text("id"));
        ids.Count.ShouldBe(1);
        foreach (var other in new[] { "jörg+a@bücher.example", "j.örg@bücher.example", "jorg@bücher.example" })
            ids.Add((await Http.Post("/v1/contacts", $$"""{"email":"{{other}}"}""").Status(201)).Text("id"));
        ids.Count.ShouldBe(4);
        (await Http.Get("/v1/contacts").Status(200)).Json.GetProperty("data").GetArrayLength().ShouldBe(4);
    }

    [Fact]
    public async Task repeating_it_changes_nothing_and_of_two_changes_the_second_is_refused()
    {
        const string Body = """{"email":"ann@example.org","details":{"a":"1"},"lists":["news","news"]}""";
        var made = await Http.Post("/v1/contacts", Body).Status(201);
        (await Http.Post("/v1/contacts", Body).Status(200)).Body.ShouldBe(made.Body);
        var path = $"/v1/contacts/{made.Text("id")}";
        var seen = made.Header("ETag")!;

        await Patch(path, """{"details":{"a":"2"}}""", seen).Status(200);
        await Patch(path, """{"details":{"a":"3"}}""", seen).Problem(412, "precondition_failed");
        var both = await Http.Post("/v1/contacts", """{"email":"ann@example.org","details":{"b":"4"}}""").Status(200);
        both.Json.GetProperty("details").EnumerateObject().Select(one => $"{one.Name}{one.Value}").Order()
            .ShouldBe(["a2", "b4"]);
        both.Json.GetProperty("lists").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("""{}""", "missing /email")]
    [InlineData("""{"email":"ann"}""", "address_syntax /email")]
    [InlineData("""{"email":"a@b.example","details":{"":"x"}}""", "invalid_details /details")]
    [InlineData("""{"email":"a@b.example","details":{"a":"x\ny"}}""", "invalid_details /details")]
    [InlineData("""{"email":"a@b.example","details":{"a":null}}""", "invalid_details /details")]
    [InlineData("""{"email":"a@b.example","details":{"a":7}}""", "invalid_details /details")]
    [InlineData("""{"email":"a@b.example","lists":["a\tb"]}""", "control_character /lists")]
    [InlineData("""{"email":"a@b.example","lists":[7]}""", "wrong_type /lists")]
    [InlineData("""{"email":"a@b.example","standing":"active"}""", "unknown_field /standing")]
    public async Task what_cannot_be_is_refused_with_its_place(string body, string place) =>
        (await Http.Post("/v1/contacts", body).Problem(422, "invalid_field")).Places.ShouldBe([place]);

    [Fact]
    public async Task details_and_lists_have_limits_also_one_after_the_other()
    {
        var details = string.Join(',', Enumerable.Range(0, 50).Select(i => $"\"d{i}\":\"{i}\""));
        await Http.Post("/v1/contacts", $$$"""{"email":"ann@example.org","details":{{{{details}}}}}""").Status(201);
        (await Http.Post("/v1/contacts", """{"email":"ann@example.org","details":{"one":"more"}}""")
            .Problem(422, "invalid_field")).Places.ShouldBe(["too_many /details"]);
        var lists = string.Join(',', Enumerable.Range(0, 101).Select(i => $"\"l{i}\""));
        (await Http.Post("/v1/contacts", $$"""{"email":"ann@example.org","lists":[{{lists}}]}""")
            .Problem(422, "invalid_field")).Places.ShouldBe(["too_many /lists"]);
    }

    [Theory]
    [InlineData("""{"age":42}""", "The value of age has to be a text.")]
    [InlineData("""{"city":"Oslo","age":null}""", "The value of age has to be a text.")]
    [InlineData("""{"":"x"}""", "A name has 1 to 64 characters and no control character.")]
    [InlineData("""{"a":"x\u0000"}""", "The value of a holds a control character.")]
    [InlineData("""{"a":"\ud800"}""", "A name or a value is not valid Unicode.")]
    public async Task a_detail_that_cannot_be_is_told_by_its_name(string details, string detail) =>
        (await Http.Post("/v1/contacts", $$"""{"email":"ann@example.org","details":{{details}}}""")
            .Problem(422, "invalid_field")).Text("detail").ShouldBe(detail);

    [Fact]
    public async Task contacts_are_searched_by_standing_detail_list_and_address_page_by_page()
    {
        for (var i = 0; i < 9; i++)
            await Http.Post("/v1/contacts", $$$"""
                {"email":"p{{{i}}}@{{{(i % 2 == 0 ? "even" : "odd")}}}.example","details":{"third":"{{{i % 3}}}"},
                 "lists":["l{{{i % 4}}}"]}
                """).Status(201);

        (await Found("list=l1")).ShouldBe(["p1@odd.example", "p5@odd.example"]);
        (await Found("detail=third&value=0")).ShouldBe(["p0@even.example", "p3@odd.example", "p6@even.example"]);
        (await Found("detail=third&value=0&search=EVEN")).ShouldBe(["p0@even.example", "p6@even.example"]);
        (await Found("list=l0&detail=third&value=2")).ShouldBe(["p8@even.example"]);
        (await Found("standing=active&search=odd")).Count.ShouldBe(4);
        (await Found("standing=bounced")).ShouldBeEmpty();
        (await Found("limit=2")).Count.ShouldBe(9);
        (await Http.Get("/v1/contacts?detail=third").Problem(400, "invalid_parameter")).Places
            .ShouldBe(["missing value"]);
        await Http.Get("/v1/contacts?standing=asleep").Problem(400, "invalid_parameter");
        await Http.Get("/v1/contacts?after=nowhere").Problem(400, "invalid_parameter");
    }

    [Fact]
    public async Task a_sign_up_is_forgotten_with_its_contact()
    {
        const string SignUp = """{"email":"eve@example.org","from":"news@shop.example","lists":["news"]}""";
        await tenant.Http.Post("/v1/contacts/sign-ups", SignUp).Status(202);
        await tenant.Http.Post("/v1/contacts/sign-ups", SignUp).Status(202); // within a minute: no second message
        await tenant.Http.Delete("/v1/contacts/eve@example.org").Status(204);
        await tenant.Http.Post("/v1/contacts/sign-ups", SignUp).Status(202); // nobody knows of the first any more

        (await tenant.Http.Get("/v1/messages?tag=subscription-confirmation").Status(200))
            .Json.GetProperty("data").GetArrayLength().ShouldBe(2);
        await tenant.Http.Delete("/v1/contacts/eve@example.org").Status(204);
        await tenant.Http.Delete("/v1/contacts/eve@example.org").Problem(404, "not_found");
    }

    [Fact]
    public async Task an_erased_contact_that_must_not_be_written_to_leaves_its_hash_alone()
    {
        var id = (await Http.Post("/v1/contacts", """{"email":"ann@example.org","details":{"a":"b"}}""")
            .Status(201)).Text("id");
        await Http.Post("/v1/blacklist", """{"email":"ann@example.org","note":"Ann called"}""").Status(201);
        await Http.Delete($"/v1/contacts/{id}").Status(204);

        var kept = await Http.Get($"/v1/contacts/{id}").Status(200);
        kept.Json.TryGetProperty("email", out _).ShouldBeFalse();
        kept.Body.ShouldNotContain("Ann");
        kept.Body.ShouldNotContain("ann@");
        kept.Json.GetProperty("is_contact").GetBoolean().ShouldBeFalse();
        (await Found("")).ShouldBeEmpty();
        (await Http.Get("/v1/blacklist/ann@example.org").Status(200)).Text("id").ShouldBe(id);

        var again = await Http.Post("/v1/contacts", """{"email":"ann@example.org"}""").Status(201);
        again.Text("email").ShouldBe("ann@example.org");
        again.Json.GetProperty("blacklist")[0].GetProperty("reason").GetString().ShouldBe("manual");
    }

    private Task<Answer> Patch(string path, string body, string etag)
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, path)
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("If-Match", etag);
        return Http.Ask(request);
    }

    /// <summary>All pages of a search, in order of addresses.</summary>
    private async Task<IReadOnlyList<string>> Found(string query)
    {
        var found = new List<string>();
        for (string? after = null; ;)
        {
            var page = await Http.Get($"/v1/contacts?{query}{(after is null ? "" : $"&after={after}")}").Status(200);
            found.AddRange(page.Json.GetProperty("data").EnumerateArray().Select(
                one => one.GetProperty("email").GetString()!));
            if (!page.Json.GetProperty("has_more").GetBoolean())
                return [.. found.Order(StringComparer.Ordinal)];
            after = page.Text("next");
        }
    }

    private static IEnumerable<string> Happenings(Answer contact) =>
        contact.Json.GetProperty("history").EnumerateArray().Select(one => one.GetProperty("what").GetString()!);
}
