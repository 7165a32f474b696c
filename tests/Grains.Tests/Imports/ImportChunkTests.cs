using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Imports;
using Actors.Grains.Imports.Reading;
using Actors.Grains.Ports;
using Actors.Grains.Tests.Contacts;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Imports;

public sealed class ImportChunkTests
{
    private const int AnyRoom = int.MaxValue;

    private static readonly DateTimeOffset Now = Causes.Start;
    private static readonly ImportDraft Contacts = new(ImportKind.Contacts, ImportFormat.Csv, null, ["news"], null);
    private static readonly ImportDraft Blacklist = new(ImportKind.Blacklist, ImportFormat.Csv, null, [], null);

    private readonly Dictionary<ContactHash, KnownContact> known = [];

    [Fact]
    public void rows_are_counted_by_what_they_change()
    {
        Know("old@example.org", Put("old@example.org", "Oslo"));
        var chunk = Chunk(
            Row("new@example.org", "Oslo"), Row("old@example.org", "Oslo"), Row("old@example.org", "Bergen"), Wrong());
        chunk.Counts.ShouldBe(new ImportCounts { Rows = 4, Created = 1, Unchanged = 1, Updated = 1, Failed = 1 });
        chunk.Errors.ShouldHaveSingleItem().Code.ShouldBe("invalid_address");
        chunk.Contacts.Select(one => one.After.Details["city"]).Order().ShouldBe(["Bergen", "Oslo"]);
    }

    [Fact]
    public void of_one_address_in_twenty_spellings_the_last_row_counts_and_there_is_one_contact()
    {
        var rows = Enumerable.Range(0, 20).Select(i => Row(
            string.Concat("ann@example.org".Select((c, at) => (i >> (at % 5) & 1) == 1 ? char.ToUpperInvariant(c) : c)),
            $"city {i}"));
        var chunk = Chunk([.. rows]);
        chunk.Counts.ShouldBe(new ImportCounts { Rows = 20, Created = 1, Updated = 19 });
        var contact = chunk.Contacts.ShouldHaveSingleItem();
        (contact.Etag, contact.After.Details["city"], contact.After.Address?.ToString())
            .ShouldBe((null, "city 19", "ann@example.org"));
        chunk.Activated.ShouldBe(1);
    }

    [Fact]
    public void all_join_the_lists_of_the_import_beside_their_own()
    {
        var contact = Chunk(Row("ann@example.org", "Oslo", "offers", "news")).Contacts.Single().After;
        contact.Lists.Select(list => list.Name).ShouldBe(["offers", "news"]);
        (contact.Origin, contact.CreatedAt).ShouldBe((ContactOrigin.Import, Now));
    }

    [Fact]
    public void nobody_becomes_active_who_has_left_bounced_or_complained_and_no_list_is_joined_that_was_left()
    {
        ContactCause[] causes =
        [
            Causes.Unsubscribed(1, 0), Causes.Failed(2, 0, Causes.Unknown), Causes.Complained(3, 0),
        ];
        foreach (var cause in causes)
        {
            var before = Causes.After(Put("ann@example.org", "Oslo"), cause, Causes.Unsubscribed(9, 1, "news"));
            Know("ann@example.org", before);
            var chunk = Chunk(Row("ann@example.org", "Bergen", "news"));
            var after = chunk.Contacts.Single().After;
            (after.Standing, after.Blacklist).ShouldBe((before.Standing, before.Blacklist));
            after.Lists.ShouldBe(before.Lists);
            chunk.Activated.ShouldBe(0);
        }
    }

    [Theory]
    [InlineData(ContactStanding.Active, "active", "")]
    [InlineData(ContactStanding.Unsubscribed, "unsubscribed", "unsubscribe")]
    [InlineData(ContactStanding.Bounced, "bounced", "hard_bounce")]
    [InlineData(ContactStanding.Complained, "complained", "complaint")]
    public void what_ended_sending_where_the_file_comes_from_ends_it_here(
        ContactStanding there, string here, string blacklisted)
    {
        Know("old@example.org", Put("old@example.org", "Oslo"));
        var chunk = Chunk(
            Row("new@example.org", "Oslo") with { Standing = there },
            Row("old@example.org", "Bergen") with { Standing = there },
            Row("new@example.org", "Oslo") with { Standing = there });
        chunk.Counts.ShouldBe(new ImportCounts { Rows = 3, Created = 1, Updated = 1, Unchanged = 1 });
        chunk.Activated.ShouldBe(there == ContactStanding.Active ? 1 : 0);
        foreach (var (_, _, _, after) in chunk.Contacts)
        {
            after.Standing.ToText().ShouldBe(here);
            string.Join(' ', ContactBlocks.Entries(after, Now).Select(entry => entry.Reason.ToText()))
                .ShouldBe(blacklisted);
        }
    }

    [Fact]
    public void a_file_makes_nobody_reachable_who_was_not_and_leaves_what_is_graver()
    {
        var before = Causes.After(Put("ann@example.org", "Oslo"), Causes.Failed(1, 0, Causes.Unknown));
        Know("ann@example.org", before);
        foreach (var there in Enum.GetValues<ContactStanding>().Where(one => one <= ContactStanding.Bounced))
            Chunk(Row("ann@example.org", "Oslo") with { Standing = there }).Contacts.ShouldBeEmpty();
        Chunk(Row("ann@example.org", "Oslo") with { Standing = ContactStanding.Complained })
            .Contacts.Single().After.Standing.ShouldBe(ContactStanding.Complained);
    }

    [Fact]
    public void who_had_not_confirmed_there_becomes_no_contact_here_and_stays_one_who_is_one()
    {
        Know("old@example.org", Put("old@example.org", "Oslo"));
        var chunk = Chunk(
            Row("new@example.org", "Oslo") with { Standing = ContactStanding.Unconfirmed },
            Row("old@example.org", "Oslo") with { Standing = ContactStanding.Unconfirmed });
        chunk.Errors.Select(error => (error.Row, error.Code)).ShouldBe([(1, "unconfirmed")]);
        (chunk.Contacts.Length, chunk.Counts.Unchanged).ShouldBe((0, 1));
    }

    [Fact]
    public void where_there_is_room_for_so_many_the_rows_beyond_fail_and_the_others_are_taken()
    {
        Know("old@example.org", Put("old@example.org", "Oslo"));
        Know("gone@example.org", Causes.After(Causes.Failed(1, 0, Causes.Unknown)));
        var chunk = ChunkWith(
            1, Row("a@example.org", "Oslo"), Row("b@example.org", "Oslo"), Row("old@example.org", "Bergen"),
            Row("gone@example.org", "Oslo"), Row("b@example.org", "Bergen"), Row("a@example.org", "Bergen"));
        chunk.Counts.ShouldBe(new ImportCounts { Rows = 6, Created = 2, Updated = 2, Exhausted = 2 });
        chunk.Errors.Select(error => (error.Row, error.Code))
            .ShouldBe([(2, "allowance_exhausted"), (5, "allowance_exhausted")]);
        chunk.Activated.ShouldBe(1);
    }

    [Fact]
    public void a_contact_that_would_get_too_much_is_an_error_and_stays_as_it_was()
    {
        var details = Enumerable.Range(0, ContactLimits.DetailsMax).ToImmutableDictionary(i => $"d{i}", _ => "x");
        Know("ann@example.org", Put("ann@example.org", "Oslo") with { Details = details });
        var chunk = Chunk(Row("ann@example.org", "Oslo"));
        (chunk.Errors.Single().Code, chunk.Contacts.Length).ShouldBe(("too_many", 0));
    }

    [Fact]
    public void entries_of_a_blacklist_are_made_changed_and_left_alone_and_none_is_taken_away()
    {
        var ends = Now.AddDays(1);
        var rows = ImmutableArray.Create(
            Block("ann@example.org", null), Block("ann@example.org", ends), Block("ANN@example.org", ends),
            new ImportRow.Asked(4, new ContactCommand.Block(null, DomainName.Parse("example.net"), "moved", null)));
        var chunk = ImportChunk.Of(rows, Blacklist, known, AnyRoom, Now);
        chunk.Counts.ShouldBe(new ImportCounts { Rows = 4, Created = 2, Updated = 1, Unchanged = 1 });
        chunk.Contacts.Select(one => (one.After.IsContact, one.After.Blocked?.Until, one.After.BlockedDomain?.Ascii))
            .ShouldBe([(false, ends, null), (false, null, "example.net")], ignoreOrder: true);
        ImportChunk.HashesOf(rows).Count.ShouldBe(2);
    }

    private static ImportRow.Asked Row(string address, string city, params string[] lists) => new(
        0, new ContactCommand.Put(
            EmailAddress.Parse(address), ImmutableDictionary<string, string>.Empty.Add("city", city), [.. lists],
            ContactOrigin.Import));

    private static ImportRow.Asked Block(string address, DateTimeOffset? until) =>
        new(0, new ContactCommand.Block(EmailAddress.Parse(address), null, null, until));

    private static ImportRow.Wrong Wrong() => new(new ImportError(4, "invalid_address", "This is no address.", "x"));

    private static ContactState Put(string address, string city) => ContactChanges.Put(
        new ContactState(), (ContactCommand.Put)Row(address, city, "news").Command, Now.AddDays(-1));

    private void Know(string address, ContactState contact) =>
        known[ContactHash.Of(EmailAddress.Parse(address))] = new KnownContact("1", contact);

    private ImportChunk Chunk(params ImportRow[] rows) => ChunkWith(AnyRoom, rows);

    private ImportChunk ChunkWith(int room, params ImportRow[] rows) => ImportChunk.Of(
        [.. rows.Select((row, i) => row is ImportRow.Asked asked ? asked with { Number = i + 1 } : row)], Contacts,
        known, room, Now);
}
