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

    public bool Fits(ContactSearch search) =>
        row.Number(2) != 0
        && (search.Standing is not { } standing || row.Number(6) == (long)standing)
        && (search.Text is not { } text || HasInAddress(text))
        && (search.Detail is not { } detail || Has(detail));

    /// <param name="now">An entry whose time is over does not count.</param>
    public bool Fits(BlacklistSearch search, DateTimeOffset now)
    {
        var reasons = (BlacklistReasons)row.Number(7);
        if (!row.IsNull(8) && row.Number(8) <= StoredTime.Of(now))
            reasons &= ~BlacklistReasons.Manual;
        return (reasons & (search.Reason ?? BlacklistReasons.All)) != BlacklistReasons.None
            && (search.Text is not { } text || HasInAddress(text) || HasInDomain(text));
    }

    private bool HasInAddress(string text) =>
        !row.IsNull(3) && row.Text(3).Contains(text, StringComparison.OrdinalIgnoreCase);

    private bool HasInDomain(string text) =>
        Read().State.BlockedDomain?.Ascii.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

    private bool Has(ContactDetail detail) =>
        Read().State.Details.TryGetValue(detail.Name, out var value) && value == detail.Value;
}
