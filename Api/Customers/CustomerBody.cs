using Actors.Grains.Subscriptions;

namespace Actors.Api.Customers;

/// <summary>Who the tenant is to the operator.</summary>
/// <param name="Street">Street and number, or a box.</param>
/// <param name="Country">ISO 3166-1 alpha-2, such as CZ.</param>
/// <param name="VatId">With the country's prefix.</param>
internal sealed record CustomerBody(
    string? Company,
    string? Street,
    string? City,
    string? PostalCode,
    string? Country,
    string? VatId,
    string? ContactName,
    string? ContactEmail,
    string? ContactPhone)
{
    public static CustomerBody Of(CustomerData data) => new(
        OrNull(data.Company), OrNull(data.Street), OrNull(data.City), OrNull(data.PostalCode), OrNull(data.Country),
        OrNull(data.VatId), OrNull(data.ContactName), OrNull(data.ContactEmail), OrNull(data.ContactPhone));

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
