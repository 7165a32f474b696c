using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Mail.Addresses;
using Actors.Storage.Contacts;
using Actors.Storage.Databases;
using Actors.Storage.Sqlite;

namespace Actors.Storage.Tests.Contacts;

public sealed class ContactStorageTests : IDisposable
{
    private static readonly TenantId Shop = TenantId.Parse("shop");
    private static readonly TenantId Other = TenantId.Parse("other");
    private static readonly EmailAddress Ann = EmailAddress.Parse("Ann@example.org");
    private static readonly ContactMark Mark = new(Samples.Noon, null);

    private readonly TestStore test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task every_property_of_a_contact_survives_its_row()
    {
        var id = new MessageId(Samples.NewId(), 3);
        var full = Contact() with
        {
            Origin = ContactOrigin.Import,
            Details = ImmutableDictionary<string, string>.Empty.Add("city", "Köln"),
            Lists = [new ContactList("news", Samples.Noon, Samples.Noon.AddDays(1))],
            Unconfirmed = Mark,
            Unsubscribed = Mark,
            Bounced = new ContactMark(Samples.Noon, id),
            Complained = Mark,
            Blocked = new ManualBlock(Samples.Noon, Samples.Noon.AddDays(9), "note"),
            BlockedDomain = DomainName.Parse("example.org"),
            Run = [Samples.Noon, Samples.Noon.AddDays(2)],
            DeliveredAt = Samples.Noon,
            History = [new ContactChange(Samples.Noon, ContactHappening.Bounced, id, "mailbox_full")],
            Causes = ["a/failed"],
            Consents =
            [
                new GivenConsent(
                    Samples.Noon, "shop.example", "Yes.", "192.0.2.1", ["news"], Samples.Noon.AddDays(1), "192.0.2.2"),
            ],
        };
        await Write(full);
        var read = (await Read(Ann)).State.ShouldNotBeNull();
        foreach (var property in typeof(ContactState).GetProperties()
            .Where(one => one.Name != nameof(ContactState.Outcome)))
        {
            Text(property.GetValue(full)).ShouldNotBe(Text(property.GetValue(new ContactState())), property.Name);
            Text(property.GetValue(read)).ShouldBe(Text(property.GetValue(full)), property.Name);
        }
    }

    [Fact]
    public async Task numbers_by_standing_and_day_follow_every_change()
    {
        await Write(Contact());
        await Write(Contact("b@example.org"));
        await Write(Contact("c@example.org") with { IsContact = false, Bounced = Mark });
        await Totals(active: 2, bounced: 0);
        test.Time.Advance(TimeSpan.FromDays(1));
        await Change(Ann, contact => contact with { Bounced = Mark });
        await Totals(active: 1, bounced: 1);
        await Change(Ann, contact => contact with { History = [new(Samples.Noon, ContactHappening.Changed)] });
        await Clear("b@example.org");
        await Totals(active: 0, bounced: 1);
        Days().ShouldBe([(2, 2), (0, 2)]);
    }

    [Fact]
    public async Task a_marketing_recipient_is_a_contact_in_the_commit_of_its_message_and_once()
    {
        await Write(Contact("known@example.org") with { IsContact = false, Bounced = Mark });
        await Submit(MailStream.Marketing, "Ann@example.org", "known@example.org");
        await Submit(MailStream.Marketing, "ANN@example.org", "known@example.org");
        await Submit(MailStream.Transactional, "receipt@example.org");

        var born = await Read(Ann);
        (born.ETag, born.State!.IsContact, born.State.Address, born.State.Origin)
            .ShouldBe(("1", true, Ann, ContactOrigin.Send));
        (await Read("known@example.org")).State!.Standing.ShouldBe(ContactStanding.Bounced);
        (await Read("receipt@example.org")).RecordExists.ShouldBeFalse();
        await Totals(active: 1, bounced: 1);
    }

    [Fact]
    public async Task of_two_that_read_the_same_version_the_second_changes_nothing()
    {
        await Write(Contact());
        var (one, two) = (await Read(Ann), await Read(Ann));
        one.State = one.State! with { Bounced = Mark };
        await Write(Ann, one);
        two.State = two.State! with { Complained = Mark };
        await Should.ThrowAsync<InconsistentStateException>(() => Write(Ann, two));
        await Totals(active: 0, bounced: 1);
        var late = new GrainState<ContactState> { State = Contact() };
        await Should.ThrowAsync<InconsistentStateException>(() => Write(Ann, late));
    }

    [Fact]
    public async Task a_blocked_domain_is_known_at_once_and_of_its_tenant_alone()
    {
        var domain = DomainName.Parse("example.org");
        (await test.Store.DomainEntries.Find(Shop, domain)).ShouldBeNull();
        var state = new GrainState<ContactState>
        {
            State = new ContactState
            {
                CreatedAt = Samples.Noon, BlockedDomain = domain, Blocked = new ManualBlock(Samples.Noon, null, "n"),
            },
        };
        var grain = GrainOf(ContactKey.Of(Shop, domain));
        await test.Store.Contacts.WriteStateAsync("contact", grain, state);
        (await test.Store.DomainEntries.Find(Shop, domain)).ShouldBe(new ManualBlock(Samples.Noon, null, null));
        (await test.Store.DomainEntries.Find(Other, domain)).ShouldBeNull();
        await test.Store.Contacts.ClearStateAsync("contact", grain, state);
        (await test.Store.DomainEntries.Find(Shop, domain)).ShouldBeNull();
    }

    [Fact]
    public async Task nothing_of_a_tenant_that_has_left_stays_and_all_of_the_others_does()
    {
        for (var i = 0; i < 250; i++)
            await Write(Contact($"a{i}@example.org") with { Lists = [new("news", Samples.Noon, null)] });
        var foreign = new GrainState<ContactState> { State = Contact() };
        await test.Store.Contacts.WriteStateAsync("contact", GrainOf(ContactKey.Of(Other, Ann)), foreign);
        while (await test.Store.TenantRows.EraseSome(Shop))
        {
            // In small steps.
        }

        string[] tables = ["contacts", "contact_lists", "contact_details", "contact_totals", "contact_days"];
        foreach (var table in tables)
            Count($"SELECT count(*) FROM {table} WHERE tenant = 1").ShouldBe(0, table);
        Count("SELECT count(*) FROM contacts").ShouldBe(1);
    }

    [Fact]
    public async Task a_hash_is_found_by_its_beginning_where_that_is_one()
    {
        await Write(Contact());
        var hash = ContactHash.Of(Ann);
        (await test.Store.ContactReader.Find(Shop, hash.ToBytes().AsMemory(0, 6))).ShouldBe(hash);
        (await test.Store.ContactReader.Find(Other, hash.ToBytes().AsMemory(0, 6))).ShouldBeNull();
        for (var i = 0; i < 1_000; i++)
            await Write(Contact($"a{i}@example.org"));
        (await test.Store.ContactReader.Find(Shop, hash.ToBytes().AsMemory(0, 1))).ShouldBeNull();
    }

    [Fact]
    public async Task a_page_looks_at_so_many_rows_and_says_where_it_goes_on()
    {
        await Task.WhenAll(Enumerable.Range(0, ContactReader.RowsMax + 50).Select(
            i => Write(Contact($"a{i}@example.org"))));
        await Write(Contact("needle@example.net"));
        var search = new ContactSearch(null, "NEEDLE", null, null, null, 10);
        var first = await test.Store.ContactReader.Search(Shop, search);
        first.Next.ShouldNotBeNull();
        var second = await test.Store.ContactReader.Search(Shop, search with { After = first.Next });
        second.Next.ShouldBeNull();
        first.Contacts.Concat(second.Contacts).ShouldHaveSingleItem().Address!.LocalPart.ShouldBe("needle");
    }

    [Theory]
    [InlineData("BÜCHER")]
    [InlineData("rg@bücher")]
    [InlineData("xn--bcher")]
    public async Task a_domain_of_any_letters_is_found_as_it_is_written_and_as_it_is_stored(string text)
    {
        await Write(Contact("jörg@bücher.example"));
        await Write(Contact("ann@example.org"));
        var domain = DomainName.Parse("bücher.example");
        await test.Store.Contacts.WriteStateAsync(
            "contact", GrainOf(ContactKey.Of(Shop, domain)),
            new GrainState<ContactState>
            {
                State = new ContactState
                {
                    CreatedAt = Samples.Noon, BlockedDomain = domain,
                    Blocked = new ManualBlock(Samples.Noon, null, null),
                },
            });

        var contacts = await test.Store.ContactReader.Search(
            Shop, new ContactSearch(null, text, null, null, null, 10));
        contacts.Contacts.ShouldHaveSingleItem().Address!.LocalPart.ShouldBe("jörg");
        if (!text.Contains('@', StringComparison.Ordinal))
            (await test.Store.ContactReader.Blacklist(Shop, new BlacklistSearch(null, text, null, 10)))
                .Contacts.ShouldHaveSingleItem().Domain.ShouldBe(domain);
    }

    [Fact]
    public async Task the_few_of_a_reason_or_standing_fill_one_page_among_however_many_others()
    {
        await Task.WhenAll(Enumerable.Range(0, ContactReader.RowsMax + 50).Select(
            i => Write(Contact($"a{i}@example.org") with { IsContact = false, Bounced = Mark })));
        await Write(Contact("one@example.org") with { Complained = Mark });
        var manual = new ManualBlock(Samples.Noon, null, null);
        await Write(Contact("two@example.org") with { Bounced = Mark, Blocked = manual });
        await Write(Contact("three@example.org") with { Unsubscribed = Mark });

        foreach (var (reason, found) in new[]
        {
            (BlacklistReasons.Complaint, "one"), (BlacklistReasons.Manual, "two"),
            (BlacklistReasons.Unsubscribe, "three"),
        })
            Only(await test.Store.ContactReader.Blacklist(Shop, new BlacklistSearch(reason, null, null, 10)), found);
        Only(
            await test.Store.ContactReader.Search(
                Shop, new ContactSearch(ContactStanding.Bounced, null, null, null, null, 10)),
            "two");

        static void Only(ContactPage page, string name)
        {
            page.Next.ShouldBeNull();
            page.Contacts.ShouldHaveSingleItem().Address!.LocalPart.ShouldBe(name);
        }
    }

    private static ContactState Contact(string address = "Ann@example.org") => new()
    {
        Address = EmailAddress.Parse(address), IsContact = true, CreatedAt = Samples.Noon,
    };

    private static GrainId GrainOf(ContactKey key) => GrainId.Create("contact", key.ToString());

    private Task<GrainState<ContactState>> Read(string address) => Read(EmailAddress.Parse(address));

    private async Task<GrainState<ContactState>> Read(EmailAddress address)
    {
        var state = new GrainState<ContactState>();
        await test.Store.Contacts.ReadStateAsync("contact", GrainOf(ContactKey.Of(Shop, address)), state);
        return state;
    }

    private Task Write(ContactState contact) =>
        Write(contact.Address!, new GrainState<ContactState> { State = contact });

    private Task Write(EmailAddress address, GrainState<ContactState> state) =>
        test.Store.Contacts.WriteStateAsync("contact", GrainOf(ContactKey.Of(Shop, address)), state);

    private async Task Change(EmailAddress address, Func<ContactState, ContactState> change)
    {
        var state = await Read(address);
        state.State = change(state.State!);
        await Write(address, state);
    }

    private async Task Clear(string address) => await test.Store.Contacts.ClearStateAsync(
        "contact", GrainOf(ContactKey.Of(Shop, EmailAddress.Parse(address))), await Read(address));

    private async Task Submit(MailStream stream, params string[] recipients) =>
        (await test.Store.Submissions.Commit(Samples.Record(
            Shop, [.. recipients.Select(one => Samples.Message(one) with { Stream = stream })]))).ShouldBeTrue();

    private async Task Totals(long active, long bounced)
    {
        var totals = await test.Store.ContactReader.Totals(Shop);
        (totals.GetValueOrDefault(ContactStanding.Active), totals.GetValueOrDefault(ContactStanding.Bounced))
            .ShouldBe((active, bounced));
    }

    private List<(long Active, long Peak)> Days()
    {
        using var connection = new SqliteConnection(test.Database);
        using var rows = connection.Prepare(new Sql("SELECT active, peak FROM contact_days ORDER BY day"));
        var days = new List<(long, long)>();
        while (rows.Step())
            days.Add((rows.Number(0), rows.Number(1)));
        return days;
    }

    private long Count(string sql)
    {
        using var connection = new SqliteConnection(test.Database);
        using var row = connection.Prepare(new Sql(sql));
        row.Step();
        return row.Number(0);
    }

    private static string Text(object? value) => value switch
    {
        string text => text,
        System.Collections.IEnumerable many => string.Join('|', many.Cast<object>()),
        _ => value?.ToString() ?? "",
    };
}
