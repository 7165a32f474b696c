using System.Text;
using Actors.Api.Hosting;
using Actors.Api.Imports;
using Actors.Api.Tests.Harness;
using Actors.Grains.Imports;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Api.Tests.Imports;

[Collection(Harness.Gateway.Name)]
public sealed class ImportTests(Harness.Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task a_csv_file_is_taken_read_and_told_of()
    {
        var http = (await gateway.NewTenant()).Http;
        await http.Post("/v1/contacts", """{"email":"known@example.org","details":{"city":"Oslo"}}""").Status(201);
        const string File =
            """
            email,city,lists
            ann@example.org,"Oslo, Norway",offers;weekly
            KNOWN@example.org,Bergen,
            nobody,Oslo,
            """;
        var begun = await http.Upload($"{Files.Contacts}?list=news&name=spring", File).Status(202);
        begun.Headers.Location!.ToString().ShouldBe($"{Files.Contacts}/{begun.Text("id")}");
        var done = await http.Imported(Task.FromResult(begun));
        (done.Text("status"), done.Counts(), done.Text("name"), done.Text("kind"), done.Text("format"))
            .ShouldBe(("done", "3 1 1 0 1 0", "spring", "contacts", "csv"));
        var ann = (await http.Get("/v1/contacts/ann@example.org").Status(200)).Json;
        ann.GetProperty("details").GetProperty("city").GetString().ShouldBe("Oslo, Norway");
        ann.GetProperty("lists").EnumerateArray().Select(one => one.GetProperty("name").GetString())
            .ShouldBe(["offers", "weekly", "news"]);
        ann.GetProperty("origin").GetString().ShouldBe("import");
        var error = (await http.Get($"{Files.Contacts}/{begun.Text("id")}/errors").Status(200)).Json
            .GetProperty("data")[0];
        (error.GetProperty("row").GetInt64(), error.GetProperty("shown").GetString()).ShouldBe((4, "nobody"));
        (await http.Get($"{Files.Contacts}?status=done").Status(200)).Json.GetProperty("data").GetArrayLength()
            .ShouldBe(1);
        (await http.Get($"{Files.Contacts}?status=reading").Status(200)).Json.GetProperty("data").GetArrayLength()
            .ShouldBe(0);
    }

    [Theory]
    [InlineData("utf-16LE", "text/csv")]
    [InlineData("utf-16BE", "text/csv; charset=utf-16")]
    public async Task a_file_in_utf16_is_read_in_whatever_parts_it_comes(string encoding, string type)
    {
        var http = (await gateway.NewTenant()).Http;
        var octets = Encoding.GetEncoding(encoding).GetBytes(
            "\uFEFFemail\tname\r\nann@example.org\tÅsa\r\nbob@example.org\t\"Bob, \U0001F600\"\r\n");
        const int Cut = 51; // within a character
        var begun = await http.Upload(
            HttpMethod.Post, $"{Files.Contacts}?complete=false", octets[..Cut], type).Status(202);
        var done = await http.Imported(http.Resume($"{Files.Contacts}/{begun.Text("id")}", octets[Cut..], $"{Cut}"));
        (done.Text("status"), done.Counts()).ShouldBe(("done", "2 2 0 0 0 0"));
        (await NameOf("ann@example.org"), await NameOf("bob@example.org")).ShouldBe(("Åsa", "Bob, \U0001F600"));

        async Task<string?> NameOf(string address) => (await http.Get($"/v1/contacts/{address}").Status(200)).Json
            .GetProperty("details").GetProperty("name").GetString();
    }

    [Fact]
    public async Task repeating_an_import_changes_nothing()
    {
        var http = (await gateway.NewTenant()).Http;
        const string File = "email,city\na@example.org,Oslo\nb@example.org,Oslo\n";
        (await http.Imported(http.Upload(Files.Contacts, File))).Counts().ShouldBe("2 2 0 0 0 0");
        (await http.Imported(http.Upload(Files.Contacts, File))).Counts().ShouldBe("2 0 0 2 0 0");
    }

    [Fact]
    public async Task lines_of_json_are_read_as_requests_are()
    {
        var http = (await gateway.NewTenant()).Http;
        const string File =
            """
            {"email": "ann@example.org", "details": {"city": "Oslo"}, "lists": ["offers"]}
            {"email": "bob@example.org", "surprise": 1}
            not json
            """;
        var done = await http.Imported(http.Upload(Files.Contacts, File, Files.JsonLines));
        (done.Counts(), done.Text("format")).ShouldBe(("3 1 0 0 2 0", "jsonl"));
        (await http.Get("/v1/contacts?list=offers").Status(200)).Json.GetProperty("data").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task an_upload_goes_on_where_it_broke_off_and_nowhere_else()
    {
        var tenant = await gateway.NewTenant();
        await gateway.Operator.Put($"/v1/admin/tenants/{tenant.Id}/plan", """{"plan":"pro"}""").Status(200);
        var http = tenant.Http;
        var file = Encoding.UTF8.GetBytes(
            "email\n" + string.Concat(Enumerable.Range(0, 30_000).Select(i => $"reader{i}@example.org\n")));
        var begun = await http.Upload(
            HttpMethod.Post, $"{Files.Contacts}?complete=false", file[..300_000], Files.Csv).Status(202);
        var path = $"{Files.Contacts}/{begun.Text("id")}";
        (begun.Text("status"), begun.Json.GetProperty("received").GetInt64()).ShouldBe(("uploading", 300_000));
        (await http.Resume(path, file[..10], "0").Problem(409, "conflict")).Header("Upload-Offset")
            .ShouldBe("300000");
        await http.Resume(path, file[300_000..], null).Problem(400, "invalid_parameter");
        await http.Resume(path, file[300_000..], "-1").Problem(400, "invalid_parameter");
        await http.Resume($"{path}?complete=false", file[300_000..400_000], "300000").Status(202);
        var done = await http.Imported(http.Resume(path, file[400_000..], "400000"));
        (done.Counts(), done.Json.GetProperty("read").GetInt64()).ShouldBe(("30000 30000 0 0 0 0", file.Length));
        await http.Resume(path, file[..1], $"{file.Length}").Problem(409, "conflict");
    }

    [Fact]
    public async Task what_came_before_the_client_went_away_is_kept()
    {
        var tenant = await gateway.NewTenant();
        var begun = await tenant.Http.Upload($"{Files.Contacts}?complete=false", "email\n").Status(202);
        ImportKey.TryParse(tenant.Id, begun.Text("id"), out var key).ShouldBeTrue();
        var http = new DefaultHttpContext();
        http.Request.Body = new CutLine(300_000);
        var call = new Call(http, gateway.Services.GetRequiredService<Actors.Api.Hosting.Gateway>());
        await Should.ThrowAsync<IOException>(
            () => new ImportUpload(call, gateway.Grains.Import(key), 6, isComplete: true).Store());
        var view = await tenant.Http.Get($"{Files.Contacts}/{key.Id}").Status(200);
        (view.Text("status"), view.Json.GetProperty("received").GetInt64()).ShouldBe(("uploading", 300_006));
    }

    [Fact]
    public async Task a_key_makes_one_import_and_stands_for_its_parameters()
    {
        var http = (await gateway.NewTenant()).Http;
        var first = await http.Upload(Files.Contacts, "email\na@example.org\n", key: "k").Status(202);
        var again = await http.Upload(Files.Contacts, "email\na@example.org\n", key: "k").Status(202);
        (again.Text("id"), again.Header("Idempotent-Replayed")).ShouldBe((first.Text("id"), "true"));
        first.Header("Idempotent-Replayed").ShouldBeNull();
        await http.Upload($"{Files.Contacts}?list=news", "email\n", key: "k").Problem(409, "idempotency_key_reused");
    }

    [Theory]
    [InlineData("name,city\nann,Oslo\n", "no_address")]
    [InlineData("email,city,city\nann@example.org,a,b\n", "duplicate_heading")]
    public async Task a_file_that_cannot_be_read_fails_with_the_reason(string file, string code)
    {
        var http = (await gateway.NewTenant()).Http;
        var failed = await http.Imported(http.Upload(Files.Contacts, file));
        (failed.Text("status"), failed.Counts()).ShouldBe(("failed", "0 0 0 0 0 0"));
        failed.Json.GetProperty("problem").GetProperty("code").GetString().ShouldBe(code);
    }

    [Theory]
    [InlineData("", "empty", "line of headings")]
    [InlineData("\r\n\r\n", "empty", "line of headings")]
    [InlineData("email\0,city\nann@example.org,x\n", "not_text", "CSV (UTF-8)")]
    [InlineData("PK\u0003\u0004\u0014\0", "compressed", "unpack it")]
    public async Task what_cannot_be_read_by_its_first_octets_is_refused_at_once_and_says_what_to_do(
        string file, string code, string advice)
    {
        var http = (await gateway.NewTenant()).Http;
        foreach (var path in new[] { Files.Contacts, "/v1/blacklist/imports" })
        {
            var refused = await http.Upload(path, file, key: "k").Problem(422, "unreadable_file");
            refused.Text("detail").ShouldContain(advice);
            refused.Json.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe(code);
            await http.Upload($"{path}?complete=false", "\0", Files.JsonLines).Problem(422, "unreadable_file");
        }

        (await http.Get(Files.Contacts).Status(200)).Json.GetProperty("data").GetArrayLength().ShouldBe(0);
        (await http.Imported(http.Upload(Files.Contacts, "email\na@example.org\n", key: "k"))).Counts()
            .ShouldBe("1 1 0 0 0 0", "the key is free for the file that was meant");
        (await http.Upload(Files.Contacts, "", key: "k").Status(202)).Header("Idempotent-Replayed").ShouldBe("true");
    }

    [Fact]
    public async Task an_upload_that_began_without_octets_takes_a_proper_file_after_one_that_is_none()
    {
        var http = (await gateway.NewTenant()).Http;
        var begun = await http.Upload($"{Files.Contacts}?complete=false", "").Status(202);
        var path = $"{Files.Contacts}/{begun.Text("id")}";
        await http.Resume(path, [0x1F, 0x8B, 8, 0], "0").Problem(422, "unreadable_file");
        await http.Resume(path, [], "0").Problem(422, "unreadable_file");
        (await http.Get(path).Status(200)).Text("status").ShouldBe("uploading");
        await http.Resume($"{path}?complete=false", [], "0").Status(202);
        await http.Resume($"{path}?complete=false", "email\n"u8.ToArray(), "0").Status(202);
        (await http.Imported(http.Resume(path, "a@example.org\n"u8.ToArray(), "6"))).Counts().ShouldBe("1 1 0 0 0 0");
    }

    [Fact]
    public async Task ten_thousand_columns_binary_and_a_file_cut_in_the_middle_do_no_harm()
    {
        var http = (await gateway.NewTenant()).Http;
        var wide = "email," + string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"c{i}")) + "\n";
        (await http.Imported(http.Upload(Files.Contacts, wide))).Json.GetProperty("problem").GetProperty("code")
            .GetString().ShouldBeOneOf("too_many_columns", "head_too_long");
        var binary = new byte[2_000_000];
        new Random(1).NextBytes(binary);
        await http.Upload(HttpMethod.Post, Files.Contacts, binary, Files.Csv).Problem(422, "unreadable_file");
        byte[] headed = [.. "email,city\n"u8, .. binary];
        var read = await http.Imported(http.Upload(HttpMethod.Post, Files.Contacts, headed, Files.Csv));
        (read.Text("status"), read.Json.GetProperty("created").GetInt64()).ShouldBe(("done", 0));
        var cut = await http.Imported(http.Upload(Files.Contacts, "email,city\nann@example.org,Oslo\nbob@exam"));
        cut.Counts().ShouldBe("2 1 0 0 1 0");
    }

    [Fact]
    public async Task what_is_no_file_of_ours_is_refused_before_it_is_taken()
    {
        var http = (await gateway.NewTenant()).Http;
        await http.Upload(Files.Contacts, "{}", "application/json").Problem(415, "unsupported_media_type");
        await http.Upload(Files.Contacts, "email\n", "text/csv; charset=iso-8859-1")
            .Problem(415, "unsupported_media_type");
        await http.Upload($"{Files.Contacts}?complete=maybe", "email\n").Problem(400, "invalid_parameter");
        await http.Upload($"{Files.Contacts}?name=%0A", "email\n").Problem(400, "invalid_parameter");
        await http.Upload(
            Files.Contacts + "?" + string.Join('&', Enumerable.Range(0, 11).Select(i => $"list=l{i}")), "email\n")
            .Problem(400, "invalid_parameter");
        await http.Upload("/v1/blacklist/imports?list=news", "email\n").Problem(400, "invalid_parameter");
        var huge = new HttpRequestMessage(HttpMethod.Post, Files.Contacts) { Content = new Announced(268_435_457) };
        huge.Content.Headers.ContentType = new(Files.Csv);
        huge.Headers.ExpectContinue = true;
        await http.Ask(huge).Problem(413, "too_large");
        (await http.Get(Files.Contacts).Status(200)).Json.GetProperty("data").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task errors_come_in_pages_and_as_a_file_that_no_spreadsheet_takes_for_formulas()
    {
        var http = (await gateway.NewTenant()).Http;
        var file = "email\n" + string.Concat(Enumerable.Range(0, 1_500).Select(i => $"=nobody{i}\n"));
        var done = await http.Imported(http.Upload(Files.Contacts, file));
        var path = $"{Files.Contacts}/{done.Text("id")}/errors";
        done.Json.GetProperty("errors_kept").GetInt32().ShouldBe(1_500);
        var seen = new List<long>();
        for (string? after = ""; after is not null;)
        {
            var page = (await http.Get($"{path}?limit=1000{after}").Status(200)).Json;
            seen.AddRange(page.GetProperty("data").EnumerateArray().Select(one => one.GetProperty("row").GetInt64()));
            after = page.GetProperty("has_more").GetBoolean() ? $"&after={page.GetProperty("next").GetString()}" : null;
        }

        seen.ShouldBe(Enumerable.Range(2, 1_500).Select(i => (long)i));
        var lines = (await http.Get($"{path}?format=csv").Status(200)).Body.Split("\r\n");
        (lines.Length, lines[0]).ShouldBe((1_502, "row,code,detail,shown"));
        lines[1].ShouldEndWith("\"'=nobody0\"");
    }

    [Fact]
    public async Task entries_of_the_blacklist_are_imported_and_none_is_taken_away()
    {
        var http = (await gateway.NewTenant()).Http;
        await http.Post("/v1/blacklist", """{"email":"old@example.org"}""").Status(201);
        const string File =
            "email,domain,note\nann@example.org,,by phone\n,example.net,\nann@example.org,example.net,\n";
        var done = await http.Imported(http.Upload("/v1/blacklist/imports", File));
        (done.Text("kind"), done.Counts()).ShouldBe(("blacklist", "3 2 0 0 1 0"));
        (await http.Get("/v1/blacklist").Status(200)).Json.GetProperty("data").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task another_tenants_import_is_as_unknown_as_any()
    {
        var owner = (await gateway.NewTenant()).Http;
        var other = (await gateway.NewTenant()).Http;
        var begun = await owner.Upload($"{Files.Contacts}?complete=false", "email\n").Status(202);
        var path = $"{Files.Contacts}/{begun.Text("id")}";
        await other.Get(path).Problem(404, "not_found");
        await other.Get($"{path}/errors").Problem(404, "not_found");
        await other.Delete(path).Problem(404, "not_found");
        await other.Resume(path, "a@example.org\n"u8.ToArray(), "6").Problem(404, "not_found");
        (await owner.Get(path).Status(200)).Json.GetProperty("received").GetInt64().ShouldBe(6);
        (await owner.Delete(path).Status(200)).Text("status").ShouldBe("cancelled");
    }

    /// <summary>Breaks off after so many octets.</summary>
    private sealed class CutLine(int octets) : MemoryStream(new byte[octets])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position < Length
                ? base.ReadAsync(buffer, cancellationToken)
                : throw new IOException("The line was cut.");
    }

    /// <summary>A body of that length, of which nothing is sent.</summary>
    private sealed class Announced(long octets) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) =>
            throw new IOException("Nothing is sent.");

        protected override bool TryComputeLength(out long length)
        {
            length = octets;
            return true;
        }
    }
}
