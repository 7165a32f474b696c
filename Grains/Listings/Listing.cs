using System.Collections.Immutable;
using Actors.Grains.Ids;

namespace Actors.Grains.Listings;

/// <summary>The row of a settings grain in its list.</summary>
/// <param name="Kind">Of <see cref="ListingKinds"/>.</param>
/// <param name="Tenant">Null for what belongs to the platform.</param>
/// <param name="Id">Orders the list: a time-sortable id, or a name.</param>
public sealed record Listing(string Kind, TenantId? Tenant, string Id)
{
    /// <summary>What it is looked up by across tenants, such as a domain's name; empty for nothing.</summary>
    public string Topic { get; init; } = "";

    /// <summary>What a list is filtered by: words of a-z and hyphens, such as <c>own</c> and <c>active</c>.</summary>
    public ImmutableArray<string> Marks { get; init; } = [];

    /// <summary>Names and addresses it is found by.</summary>
    public string Search { get; init; } = "";
}
