using System.Collections.Frozen;
using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Contacts;

/// <summary>Answers readers' questions. Every statement is bounded to one tenant's rows, and every page to
/// <see cref="RowsMax"/> of them.</summary>
internal sealed class ContactReader(IDatabase database, TenantDirectory tenants, TimeProvider time) : IContactReader
{
    /// <summary>Rows one page looks at: about 20 milliseconds.</summary>
    public const int RowsMax = 10_000;

    private static readonly Sql InOrder = new($"""
        SELECT {ContactCandidate.Columns} FROM contacts WHERE tenant = ?1 AND hash > ?2 ORDER BY hash LIMIT ?3
        """);

    private static readonly Sql OfStanding = new($"""
        SELECT {ContactCandidate.Columns} FROM contacts INDEXED BY contacts_standing
        WHERE tenant = ?1 AND standing = ?4 AND standing <> 0 AND is_contact = 1 AND hash > ?2 ORDER BY hash LIMIT ?3
        """);

    private static readonly Sql OnBlacklist = new($"""
        SELECT {ContactCandidate.Columns} FROM contacts INDEXED BY contacts_blacklist
        WHERE tenant = ?1 AND blacklist <> 0 AND hash > ?2 ORDER BY hash LIMIT ?3
        """);

    private static readonly FrozenDictionary<BlacklistReasons, Sql> OnBlacklistFor = new[]
    {
        OnBlacklistOf(BlacklistReasons.HardBounce, "contacts_hard_bounce"),
        OnBlacklistOf(BlacklistReasons.Complaint, "contacts_complaint"),
        OnBlacklistOf(BlacklistReasons.Unsubscribe, "contacts_unsubscribe"),
        OnBlacklistOf(BlacklistReasons.Manual, "contacts_manual"),
    }.ToFrozenDictionary();

    private static readonly Sql OnList = new($"""
        SELECT {ContactCandidate.Columns} FROM contact_lists JOIN contacts USING (tenant, hash)
        WHERE contact_lists.tenant = ?1 AND list = ?4 AND contact_lists.hash > ?2
        ORDER BY contact_lists.hash LIMIT ?3
        """);

    private static readonly Sql WithDetail = new($"""
        SELECT {ContactCandidate.Columns} FROM contact_details JOIN contacts USING (tenant, hash)
        WHERE contact_details.tenant = ?1 AND detail = ?4 AND contact_details.hash > ?2
        ORDER BY contact_details.hash LIMIT ?3
        """);

    private static readonly Sql CountByStanding = new(
        "SELECT standing, count FROM contact_totals WHERE tenant = ?1");

    private static readonly Sql Between = new("""
        SELECT hash FROM contacts WHERE tenant = ?1 AND hash BETWEEN ?2 AND ?3 LIMIT 2
        """);

    public async Task<ContactPage> Search(TenantId tenant, ContactSearch search)
    {
        var part = search.Text is { } text ? new AddressPart(text) : null;
        using var reading = await database.Read();
        using var rows = reading.Prepare(
            search.List is not null ? OnList
            : search.Detail is not null ? WithDetail
            : search.Standing is > ContactStanding.Active ? OfStanding
            : InOrder);
        if (search.List is { } list)
            rows.Bind(4, list);
        else if (search.Detail is { } detail)
            rows.Bind(4, ContactIndex.HashOf(detail.Name, detail.Value));
        else if (search.Standing is > ContactStanding.Active and var standing)
            rows.Bind(4, (long)standing);
        return Page(reading, rows, tenant, search.After, search.Limit, row => row.Fits(search, part));
    }

    public async Task<ContactPage> Blacklist(TenantId tenant, BlacklistSearch search)
    {
        var now = time.GetUtcNow();
        var part = search.Text is { } text ? new AddressPart(text) : null;
        using var reading = await database.Read();
        using var rows = reading.Prepare(search.Reason is { } reason ? OnBlacklistFor[reason] : OnBlacklist);
        return Page(reading, rows, tenant, search.After, search.Limit, row => row.Fits(search, part, now));
    }

    public async Task<ImmutableDictionary<ContactStanding, long>> Totals(TenantId tenant)
    {
        using var reading = await database.Read();
        if (tenants.Find(tenant, reading) is not { } number)
            return ImmutableDictionary<ContactStanding, long>.Empty;
        using var rows = reading.Prepare(CountByStanding);
        rows.Bind(1, number);
        var totals = ImmutableDictionary.CreateBuilder<ContactStanding, long>();
        while (rows.Step())
            totals[(ContactStanding)rows.Number(0)] = rows.Number(1);
        return totals.ToImmutable();
    }

    public async Task<ContactHash?> Find(TenantId tenant, ReadOnlyMemory<byte> beginning)
    {
        var (first, last) = (new byte[ContactHash.Octets], new byte[ContactHash.Octets]);
        Array.Fill(last, byte.MaxValue);
        beginning.CopyTo(first);
        beginning.CopyTo(last);
        using var reading = await database.Read();
        if (tenants.Find(tenant, reading) is not { } number)
            return null;
        using var rows = reading.Prepare(Between);
        rows.Bind(1, number);
        rows.BindBlob(2, first);
        rows.BindBlob(3, last);
        if (!rows.Step())
            return null;
        var found = ContactHash.Of(rows.Bytes(0));
        return rows.Step() ? null : found;
    }

    private static KeyValuePair<BlacklistReasons, Sql> OnBlacklistOf(BlacklistReasons reason, string index) =>
        new(reason, new Sql($"""
            SELECT {ContactCandidate.Columns} FROM contacts INDEXED BY {index}
            WHERE tenant = ?1 AND (blacklist & {(int)reason}) <> 0 AND hash > ?2 ORDER BY hash LIMIT ?3
            """));

    private ContactPage Page(
        IReading reading, IStatement rows, TenantId tenant, ContactHash? after, int limit,
        Func<ContactCandidate, bool> fits)
    {
        if (tenants.Find(tenant, reading) is not { } number)
            return new ContactPage([], null);
        rows.Bind(1, number);
        rows.BindBlob(2, after is { } place ? place.ToBytes() : []);
        rows.Bind(3, RowsMax + 1L);
        var now = time.GetUtcNow();
        var found = ImmutableArray.CreateBuilder<ContactView>();
        ContactHash? last = null;
        for (var seen = 0; rows.Step(); seen++)
        {
            if (found.Count == limit || seen == RowsMax)
                return new ContactPage(found.DrainToImmutable(), last);
            var row = new ContactCandidate(rows);
            if (fits(row))
                found.Add(ContactViews.Of(row.Hash, row.Read().State, now));
            last = row.Hash;
        }

        return new ContactPage(found.DrainToImmutable(), null);
    }
}
