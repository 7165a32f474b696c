using System.Collections.Immutable;

namespace Actors.Grains.Contacts;

/// <summary>A tenant's contacts and blacklist as a reader wants them; always of that tenant alone.</summary>
/// <remarks>Key: <see cref="Ids.TenantId"/>.</remarks>
[Alias("contact-query")]
public interface IContactQueryGrain : IGrainWithStringKey
{
    /// <summary>In the order of their hashes.</summary>
    Task<ContactPage> Search(ContactSearch search);

    /// <summary>In the order of their hashes.</summary>
    Task<ContactPage> Blacklist(BlacklistSearch search);

    /// <summary>Contacts by standing; one that is missing has none.</summary>
    Task<ImmutableDictionary<ContactStanding, long>> Totals();
}

/// <param name="Text">A part of the address, whatever its case; null for any.</param>
/// <param name="Detail">A detail that has exactly this value; null for any.</param>
/// <param name="List">On this list, and has not left it; null for any.</param>
/// <param name="After">Continue behind this one; null from the first.</param>
/// <param name="Limit">1 to 500.</param>
[GenerateSerializer, Immutable, Alias("contact-search")]
public sealed record ContactSearch(
    ContactStanding? Standing, string? Text, ContactDetail? Detail, string? List, ContactHash? After, int Limit);

[GenerateSerializer, Immutable, Alias("contact-detail")]
public sealed record ContactDetail(string Name, string Value);

/// <param name="Reason">One of these; null for any.</param>
/// <param name="Text">A part of the address or domain, whatever its case; null for any.</param>
/// <param name="After">Continue behind this one; null from the first.</param>
/// <param name="Limit">1 to 1,000.</param>
[GenerateSerializer, Immutable, Alias("blacklist-search")]
public sealed record BlacklistSearch(BlacklistReasons? Reason, string? Text, ContactHash? After, int Limit);

/// <param name="Next">Where the search goes on; null behind the last. A page may hold fewer than were asked for, even
/// none: rows that do not fit are passed by, and so many in one page at most.</param>
[GenerateSerializer, Immutable, Alias("contact-page")]
public sealed record ContactPage(ImmutableArray<ContactView> Contacts, ContactHash? Next);
