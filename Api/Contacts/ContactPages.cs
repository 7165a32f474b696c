using System.Runtime.CompilerServices;
using Actors.Grains.Contacts;

namespace Actors.Api.Contacts;

/// <summary>All pages of a search, read one after the other as they are taken.</summary>
internal static class ContactPages
{
    /// <summary>Contacts read at once: a few megabytes where each is as large as it may be.</summary>
    private const int ContactsMax = 500;

    /// <summary>Addresses and domains of the blacklist read at once.</summary>
    private const int BlacklistedMax = 1_000;

    /// <param name="search">Its limit and place do not matter.</param>
    public static IAsyncEnumerable<ContactPage> Pages(
        this IContactQueryGrain contacts, ContactSearch search, CancellationToken aborted) =>
        Pages(after => contacts.Search(search with { Limit = ContactsMax, After = after }), aborted);

    /// <inheritdoc cref="Pages(IContactQueryGrain, ContactSearch, CancellationToken)"/>
    public static IAsyncEnumerable<ContactPage> Pages(
        this IContactQueryGrain contacts, BlacklistSearch search, CancellationToken aborted) =>
        Pages(after => contacts.Blacklist(search with { Limit = BlacklistedMax, After = after }), aborted);

    private static async IAsyncEnumerable<ContactPage> Pages(
        Func<ContactHash?, Task<ContactPage>> read, [EnumeratorCancellation] CancellationToken aborted)
    {
        for (ContactPage? page = null; page is null || page.Next is not null;)
        {
            aborted.ThrowIfCancellationRequested();
            page = await read(page?.Next);
            yield return page;
        }
    }
}
