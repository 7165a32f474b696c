namespace Actors.Grains.Subscriptions;

/// <summary>Who the tenant is to the operator: what an invoice needs.</summary>
/// <remarks>Every text empty until it is known. What cannot be is refused where it is read
/// (<c>Api/Customers</c>).</remarks>
[GenerateSerializer, Immutable, Alias("customer-data")]
public sealed record CustomerData
{
    [Id(0)] public string Company { get; init; } = "";

    /// <summary>Street and number, or a box.</summary>
    [Id(1)] public string Street { get; init; } = "";

    [Id(2)] public string City { get; init; } = "";
    [Id(3)] public string PostalCode { get; init; } = "";

    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    [Id(4)] public string Country { get; init; } = "";

    /// <summary>With the country's prefix; empty for those who have none.</summary>
    [Id(5)] public string VatId { get; init; } = "";

    [Id(6)] public string ContactName { get; init; } = "";
    [Id(7)] public string ContactEmail { get; init; } = "";
    [Id(8)] public string ContactPhone { get; init; } = "";
}
