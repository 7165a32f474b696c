using Actors.Grains.Contacts;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Contacts;

/// <summary>A row that a search looks at: by its columns first, because reading its JSON costs more.</summary>
/// <param name="row">Valid until its next step.</param>
internal readonly struct ContactCandidate(IStatement row)
{
    /// <summary>What it expects, in this order.</summary>
    public const string Columns =
        "contacts.hash, version, is_contact, address, created_at, state, standing, blacklist, blocked_until";

    public ContactHash Hash => ContactHash.Of(row.Bytes(0));

    public ContactRow Read() => ContactRow.Read(row);

    /// <param name="part">Of the search's text; null for any address.</param>
    public bool Fits(ContactSearch search, AddressPart? part) =>
        row.Number(2) != 0
        && (search.Standing is not { } standing || row.Number(6) == (long)standing)
        && (part is null || HasInAddress(part))
        && (search.Detail is not { } detail || Has(detail));

    /// <param name="part">Of the search's text; null for any address or domain.</param>
    /// <param name="now">An entry whose time is over does not count.</param>
    public bool Fits(BlacklistSearch search, AddressPart? part, DateTimeOffset now)
    {
        var reasons = (BlacklistReasons)row.Number(7);
        if (!row.IsNull(8) && row.Number(8) <= StoredTime.Of(now))
            reasons &= ~BlacklistReasons.Manual;
        return (reasons & (search.Reason ?? BlacklistReasons.All)) != BlacklistReasons.None
            && (part is null || HasInAddress(part) || HasInDomain(part));
    }

    private bool HasInAddress(AddressPart part) => !row.IsNull(3) && part.IsIn(row.Text(3));

    private bool HasInDomain(AddressPart part) => Read().State.BlockedDomain is { } domain && part.IsIn(domain.Ascii);

    private bool Has(ContactDetail detail) =>
        Read().State.Details.TryGetValue(detail.Name, out var value) && value == detail.Value;
}
