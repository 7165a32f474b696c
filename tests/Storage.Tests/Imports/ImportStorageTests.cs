using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Imports;
using Actors.Grains.Listings;
using Actors.Mail.Addresses;
using Actors.Storage.Databases;
using Actors.Storage.Sqlite;

namespace Actors.Storage.Tests.Imports;

public sealed class ImportStorageTests : IDisposable
{
    private static readonly TenantId Shop = TenantId.Parse("shop");
    private static readonly TenantId Other = TenantId.Parse("other");
    private static readonly ImportKey First = new(Shop, "imp_01arz3ndektsv4rrffq69g5fav");
    private static readonly ImportKey Foreign = First with { Tenant = Other };
    private static readonly EmailAddress Ann = EmailAddress.Parse("ann@example.org");

    private readonly TestStore test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task an_import_is_read_as_it_was_stored()
    {
        var full = Begun() with
        {
            Status = ImportStatus.Failed,
            Received = 10,
            Position = new ImportPosition(5, 3, true),
            Cleared = 4,
            Counts = new ImportCounts { Rows = 15, Created = 1, Updated = 2, Unchanged = 3, Failed = 4, Exhausted = 5 },
            Layout = new ImportLayout(
                ImportFormat.Csv, ImportKind.Contacts, ';', [new ImportColumn(ImportField.Email, "email")],
                new ImportPosition(6, 2, false)),
            ErrorsKept = 9,
            Problem = new ImportProblem("code", "detail"),
            StartedAt = Samples.Noon,
            EndedAt = Samples.Noon.AddHours(1),
        };
        await Write(First, State(full));
        var read = (await Read(First)).State!;
        (read with { Draft = null, Layout = null }).ShouldBe(full with { Draft = null, Layout = null });
        read.Draft!.IsSameAs(full.Draft!).ShouldBeTrue();
        (read.Draft.Mark, read.Layout!.Delimiter, read.Layout.Start).ShouldBe(("mark", ';', full.Layout.Start));
        read.Layout.Columns.ShouldBe(full.Layout.Columns);
        (await Read(Foreign)).RecordExists.ShouldBeFalse();
    }

    [Fact]
    public async Task it_stands_in_its_tenants_list_by_status_and_key_and_is_due()
    {
        await Write(First, State(Begun()));
        async Task<int> Count(ListingQuery query) => await test.Store.Listings.Count(query);
        var all = new ListingQuery(ListingKinds.Import) { Tenant = Shop };
        (await Count(all with { Mark = "open" })).ShouldBe(1);
        (await Count(all with { Mark = "uploading", Topic = "mark" })).ShouldBe(1);
        (await Count(all with { Mark = "done" })).ShouldBe(0);
        (await Count(all with { Tenant = Other })).ShouldBe(0);
        (await test.Store.DueGrains.Read(Samples.Noon.AddDays(1), null, 10)).ShouldHaveSingleItem().Type
            .ShouldBe("contactimport");
    }

    [Fact]
    public async Task octets_come_back_part_by_part_and_go_when_they_are_behind()
    {
        var state = State(Begun());
        await Write(First, state, import => import with { Received = 3, Work = Part(0, 1, 2, 3) });
        await Write(First, state, import => import with { Received = 5, Work = Part(3, 4, 5) });
        (await test.Store.ImportReader.Part(First, 0))!.Octets.ShouldBe([1, 2, 3]);
        var second = (await test.Store.ImportReader.Part(First, 4)).ShouldNotBeNull();
        (second.Offset, second.Octets.Length).ShouldBe((3, 2));
        (await test.Store.ImportReader.Part(First, 5)).ShouldBeNull();
        (await test.Store.ImportReader.Part(Foreign, 0)).ShouldBeNull();
        await Write(First, state, import => import with { Cleared = 4, Work = null });
        (await test.Store.ImportReader.Part(First, 0)).ShouldBeNull();
        (await test.Store.ImportReader.Part(First, 4)).ShouldNotBeNull();
        await Write(First, state, import => import with { Cleared = 5 });
        Count("SELECT count(*) FROM import_parts").ShouldBe(0);
    }

    [Fact]
    public async Task contacts_errors_and_the_place_are_stored_together_and_numbers_follow()
    {
        var state = State(Begun());
        await Write(First, state, import => import with
        {
            ErrorsKept = 2,
            Work = Changes([New(Ann)], [Error(3), Error(7)]),
        });
        var known = await test.Store.ImportReader.Contacts(Shop, [ContactHash.Of(Ann)]);
        known[ContactHash.Of(Ann)].State.Details["city"].ShouldBe("Oslo");
        (await test.Store.ImportReader.Contacts(Other, [ContactHash.Of(Ann)])).ShouldBeEmpty();
        (await test.Store.ContactReader.Totals(Shop))[ContactStanding.Active].ShouldBe(1);
        (await test.Store.ContactReader.Search(Shop, new ContactSearch(null, null, null, "news", null, 10)))
            .Contacts.ShouldHaveSingleItem();
        await Write(First, state, import => import with { ErrorsKept = 3, Work = Changes([], [Error(9)]) });
        (await test.Store.ImportReader.Errors(First, 1, 10)).Select(error => error.Row).ShouldBe([7, 9]);
        (await test.Store.ImportReader.Errors(Foreign, 0, 10)).ShouldBeEmpty();
    }

    [Fact]
    public async Task where_a_contact_was_changed_meanwhile_nothing_is_stored()
    {
        var state = State(Begun());
        await Write(First, state, import => import with { Work = Changes([New(Ann)], []) });
        var bob = EmailAddress.Parse("bob@example.org");
        await Should.ThrowAsync<InconsistentStateException>(() => Write(
            First, state, import => import with
            {
                Position = new ImportPosition(9, 9, false),
                Work = Changes([New(bob), New(Ann)], [Error(1)]),
            }));
        (await test.Store.ImportReader.Contacts(Shop, [ContactHash.Of(bob)])).ShouldBeEmpty();
        (await test.Store.ImportReader.Errors(First, 0, 10)).ShouldBeEmpty();
        (await Read(First)).State!.Position.Octet.ShouldBe(0);
        (await test.Store.ContactReader.Totals(Shop))[ContactStanding.Active].ShouldBe(1);
    }

    [Fact]
    public async Task of_two_that_read_the_same_version_the_second_stores_nothing()
    {
        await Write(First, State(Begun()));
        var (one, two) = (await Read(First), await Read(First));
        await Write(First, one, import => import with { Received = 1, Work = Part(0, 1) });
        await Should.ThrowAsync<InconsistentStateException>(() =>
            Write(First, two, import => import with { Received = 1, Work = Part(0, 2) }));
        (await test.Store.ImportReader.Part(First, 0))!.Octets.ShouldBe([1]);
    }

    [Fact]
    public async Task a_domain_that_a_file_blocks_is_known_at_once()
    {
        var domain = DomainName.Parse("example.net");
        (await test.Store.DomainEntries.Find(Shop, domain)).ShouldBeNull();
        var after = ContactBlocks.Block(
            new ContactState(), new ContactCommand.Block(null, domain, null, null), Samples.Noon);
        await Write(First, State(Begun() with
        {
            Work = Changes([new ImportedContact(ContactHash.Of(domain), null, new ContactState(), after)], []),
        }));
        (await test.Store.DomainEntries.Find(Shop, domain)).ShouldNotBeNull();
        (await test.Store.DomainEntries.Find(Other, domain)).ShouldBeNull();
    }

    [Fact]
    public async Task nothing_is_left_of_an_import_that_is_forgotten_or_of_a_tenant_that_has_left()
    {
        foreach (var key in new[] { First, First with { Id = "imp_01arz3ndektsv4rrffq69g5faw" }, Foreign })
        {
            var state = State(Begun());
            await Write(key, state, import => import with { Received = 1, Work = Part(0, 1) });
            await Write(key, state, import => import with { ErrorsKept = 1, Work = Changes([], [Error(1)]) });
        }

        await test.Store.Imports.ClearStateAsync("import", GrainOf(First), await Read(First));
        Count("SELECT count(*) FROM import_errors").ShouldBe(2);
        while (await test.Store.TenantRows.EraseSome(Shop))
        {
            // In small steps.
        }

        foreach (var table in new[] { "import_errors", "import_parts" })
            Count($"SELECT count(*) FROM {table}").ShouldBe(1, table);
        (await Read(Foreign)).RecordExists.ShouldBeTrue();
    }

    private static ImportState Begun() => new()
    {
        Draft = new ImportDraft(ImportKind.Contacts, ImportFormat.Csv, "spring", ["news"], "mark"),
        CreatedAt = Samples.Noon,
    };

    private static ImportWork Part(long offset, params byte[] octets) =>
        ImportWork.Of(new ImportPart(offset, octets, false));

    private static ImportWork Changes(
        ImmutableArray<ImportedContact> contacts, ImmutableArray<ImportError> errors) => new(null, contacts, errors);

    private static ImportError Error(long row) => new(row, "invalid_address", "This is no address.", "x");

    private static ImportedContact New(EmailAddress address) => new(
        ContactHash.Of(address), null, new ContactState(), new ContactState
        {
            Address = address,
            IsContact = true,
            CreatedAt = Samples.Noon,
            Details = ImmutableDictionary<string, string>.Empty.Add("city", "Oslo"),
            Lists = [new ContactList("news", Samples.Noon, null)],
        });

    private static GrainId GrainOf(ImportKey key) => GrainId.Create("contactimport", key.ToString());

    private static GrainState<ImportState> State(ImportState import) => new() { State = import };

    private async Task<GrainState<ImportState>> Read(ImportKey key)
    {
        var state = new GrainState<ImportState>();
        await test.Store.Imports.ReadStateAsync("import", GrainOf(key), state);
        return state;
    }

    private Task Write(
        ImportKey key, GrainState<ImportState> state, Func<ImportState, ImportState>? change = null)
    {
        state.State = (change ?? (import => import))(state.State!);
        return test.Store.Imports.WriteStateAsync("import", GrainOf(key), state);
    }

    private long Count(string sql)
    {
        using var connection = new SqliteConnection(test.Database);
        using var row = connection.Prepare(new Sql(sql));
        row.Step();
        return row.Number(0);
    }
}
