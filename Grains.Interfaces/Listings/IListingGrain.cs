using System.Collections.Immutable;
using Actors.Grains.Ids;

namespace Actors.Grains.Listings;

/// <summary>Lists of settings grains: which there are, by tenant or by topic. What each looks like, it tells
/// itself.</summary>
/// <remarks>Key: <see cref="Platform.PlatformKey"/>. The rows are written in the commits of the grains' own
/// states, so that a list never knows of what is not stored.</remarks>
[Alias("listing")]
public interface IListingGrain : IGrainWithStringKey
{
    Task<ListingPage> List(ListingQuery query);

    /// <returns>How many there are that the query is for, whatever its page.</returns>
    Task<int> Count(ListingQuery query);
}

/// <param name="Kind">Of <see cref="ListingKinds"/>.</param>
[GenerateSerializer, Immutable, Alias("listing-query")]
public sealed record ListingQuery([property: Id(0)] string Kind)
{
    /// <summary>Null for all tenants: for the operator, and for what is looked up across them.</summary>
    [Id(1)] public TenantId? Tenant { get; init; }

    [Id(2)] public string? Topic { get; init; }

    /// <summary>One of the marks it has to have; null for any.</summary>
    [Id(3)] public string? Mark { get; init; }

    /// <summary>Part of a name or address in any script, whatever its case.</summary>
    [Id(4)] public string? Search { get; init; }

    /// <summary>Continue behind this one; null from the first.</summary>
    [Id(5)] public ListedId? After { get; init; }

    /// <summary>1 to 1,000.</summary>
    [Id(6)] public int Limit { get; init; } = 100;
}

/// <summary>Where a listed grain is: its key is <c>tenant/id</c>, or the id alone where it has no tenant.</summary>
[GenerateSerializer, Immutable, Alias("listed-id")]
public readonly record struct ListedId(TenantId? Tenant, string Id);

[GenerateSerializer, Immutable, Alias("listing-page")]
public sealed record ListingPage(ImmutableArray<ListedId> Items, bool HasMore);
