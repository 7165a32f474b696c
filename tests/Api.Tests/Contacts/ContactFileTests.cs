using System.Collections.Immutable;
using System.Text;
using Actors.Api.Contacts;
using Actors.Api.Tests.Harness;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Imports;
using Actors.Mail.Addresses;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Tests.Contacts;

[Collection(Harness.Gateway.Name)]
public sealed class ContactFileTests(Harness.Gateway gateway) : IAsyncLifetime
{
    private readonly TestGateway gateway = gateway.Running;
    private TestTenant tenant = null!; // made before each test

    private HttpClient Http => tenant.Http;

    public async Task InitializeAsync() => tenant = await gateway.NewTenant();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task contacts_are_a_csv_file_with_a_column_for_each_detail()
    {
        await Http.Post("/v1/contacts", """
            {"email":"=ann@example.org","details":{"city":"Oslo, \"N\"","standing":"x","empty":""},"lists":["a","b;c"]}
            """).Status(201);
        await Http.Post("/v1/contacts", """{"email":"bob@example.org","details":{"A":"-1"},"lists":["a","b"]}""")
            .Status(201);
        await gateway.Grains.Contact(ContactKey.Of(tenant.Id, EmailAddress.Parse("bob@example.org"))).Apply(
            new ContactCause.Unsubscribed("b")
            {
                Message = new MessageId(SubmissionId.Create(gateway.Time.GetUtcNow(), new byte[10]), 0),
                At = gateway.Time.GetUtcNow(),
            });

        var file = await Http.Get("/v1/contacts?format=csv").Status(200);
        file.MediaType.ShouldBe("text/csv");
        var ids = new[] { "=ann@example.org", "bob@example.org" }
            .Select(text => ContactHash.Of(EmailAddress.Parse(text)).ToId()).ToArray();
        var lines = file.Body.Split("\r\n");
        lines[0].ShouldBe(
            "\"contact\",\"email\",\"standing\",\"origin\",\"created_at\",\"lists\",\"left_lists\",\"A\",\"city\","
            + "\"empty\",\"details\"");
        lines[1..].ShouldBe([
            $"\"{ids[0]}\",\"'=ann@example.org\",\"active\",\"api\",\"2030-01-01T12:00:00Z\","
            + "\"[\"\"a\"\",\"\"b;c\"\"]\",,,\"Oslo, \"\"N\"\"\",,"
            + "\"{\"\"empty\"\":\"\"\"\",\"\"standing\"\":\"\"x\"\"}\"",
            $"\"{ids[1]}\",\"bob@example.org\",\"active\",\"api\",\"2030-01-01T12:00:00Z\",\"a\",\"b\",\"'-1\",,,",
            "",
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task a_file_has_what_fits_and_goes_over_all_pages()
    {
        await gateway.Operator.Put($"/v1/admin/tenants/{tenant.Id}/plan", """{"plan":"pro"}""").Status(200);
        var all = Enumerable.Range(0, 1_100).Select(i => EmailAddress.Parse($"p{i}@example.org")).ToArray();
        foreach (var some in all.Chunk(100))
            await Task.WhenAll(some.Select((address, i) => Put(address, i % 2 == 0 ? ["even"] : [])));
        foreach (var (name, format) in new[] { ("csv", ImportFormat.Csv), ("jsonl", ImportFormat.JsonLines) })
        {
            ImportedFile.Contacts((await Http.Get($"/v1/contacts?format={name}").Status(200)).Body, format)
                .Select(put => put.Address).ShouldBe(all, ignoreOrder: true);
            var even = ImportedFile.Contacts(
                (await Http.Get($"/v1/contacts?format={name}&list=even&search=p1&limit=7").Status(200)).Body, format);
            even.Count.ShouldBe(all.Where((address, i) =>
                i % 2 == 0 && address.LocalPart.StartsWith("p1", StringComparison.Ordinal)).Count());
            even.ShouldAllBe(put => put.Lists.SequenceEqual(new[] { "even" }));
        }
    }

    [Fact]
    public async Task of_more_details_than_columns_the_rest_stands_in_one()
    {
        for (var i = 0; i < 3; i++)
        {
            var details = string.Join(',', Enumerable.Range(i * 50, 50).Select(d => $"\"d{d}\":\"{d}\""));
            await Http.Post("/v1/contacts", $$$"""{"email":"p{{{i}}}@example.org","details":{{{{details}}}}}""")
                .Status(201);
        }

        var file = await Http.Get("/v1/contacts?format=csv").Status(200);
        file.Body.Split("\r\n")[0].Split(',').Length.ShouldBe(ImportFileLimits.ColumnsMax);
        var puts = ImportedFile.Contacts(file.Body, ImportFormat.Csv);
        puts.Count.ShouldBe(3);
        puts.SelectMany(put => put.Details).Select(one => (one.Key, one.Value)).ShouldBe(
            Enumerable.Range(0, 150).Select(d => ($"d{d}", $"{d}")), ignoreOrder: true);
    }

    [Fact]
    public async Task nobody_is_an_empty_file_and_another_format_is_refused()
    {
        (await Http.Get("/v1/contacts?format=csv").Status(200)).Body.ShouldBe(
            "\"contact\",\"email\",\"standing\",\"origin\",\"created_at\",\"lists\",\"left_lists\",\"details\"\r\n");
        (await Http.Get("/v1/contacts?format=jsonl").Status(200)).Body.ShouldBe("");
        (await Http.Get("/v1/contacts?format=xlsx").Problem(400, "invalid_parameter")).Places
            .ShouldBe(["unknown_value format"]);
    }

    [Theory]
    [InlineData(ImportFormat.Csv)]
    [InlineData(ImportFormat.JsonLines)]
    public async Task a_reader_that_goes_away_ends_it(ImportFormat format)
    {
        using var reader = new CancellationTokenSource();
        var contacts = new PagedContacts(int.MaxValue, pages =>
        {
            if (pages == 3)
                reader.Cancel();
        });
        var http = new DefaultHttpContext { RequestAborted = reader.Token };
        await Should.ThrowAsync<OperationCanceledException>(() => FileOf(contacts, format).ExecuteAsync(http));
        contacts.Asked.ShouldBe(3);
    }

    [Theory]
    [InlineData(ImportFormat.Csv)]
    [InlineData(ImportFormat.JsonLines)]
    public async Task each_page_is_written_before_the_next_is_read(ImportFormat format)
    {
        const int Pages = 5;
        var (written, body) = (new List<long>(), new MemoryStream());
        var contacts = new PagedContacts(Pages, _ => written.Add(body.Length));
        await FileOf(contacts, format).ExecuteAsync(new DefaultHttpContext { Response = { Body = body } });
        written[^Pages].ShouldBe(0);
        written[^(Pages - 1)..].ShouldBe(written[^(Pages - 1)..].Where(length => length > 0).Distinct().Order());
        ImportedFile.Contacts(Encoding.UTF8.GetString(body.ToArray()), format).Count.ShouldBe(Pages);
    }

    private static ContactFile FileOf(IContactQueryGrain contacts, ImportFormat format) =>
        new(contacts, new ContactSearch(null, null, null, null, null, 20), format);

    private Task<Grains.Answers.Answer<ContactView>> Put(EmailAddress address, ImmutableArray<string> lists) =>
        gateway.Grains.Contact(ContactKey.Of(tenant.Id, address)).Ask(
            new ContactCommand.Put(
                address, ImmutableDictionary<string, string>.Empty, lists, ContactOrigin.Api), null);

    /// <summary>One contact on each page.</summary>
    private sealed class PagedContacts(int pages, Action<int> asked) : IContactQueryGrain
    {
        /// <summary>That were asked for.</summary>
        public int Asked { get; private set; }

        public Task<ContactPage> Search(ContactSearch search)
        {
            asked(++Asked);
            var address = EmailAddress.Parse($"p{Asked}@example.org");
            var view = new ContactView(
                ContactHash.Of(address), address, address.Domain, true, ContactStanding.Active, ContactOrigin.Api,
                DateTimeOffset.UnixEpoch, ImmutableDictionary<string, string>.Empty, [], [], [], [], []);
            return Task.FromResult(new ContactPage([view], Asked % pages == 0 ? null : view.Hash));
        }

        public Task<ContactPage> Blacklist(BlacklistSearch search) => throw new NotSupportedException();

        public Task<ImmutableDictionary<ContactStanding, long>> Totals() => throw new NotSupportedException();
    }
}
