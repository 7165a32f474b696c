using Actors.Api.Json;
using Actors.Grains.Subscriptions;
using Actors.Mail.Addresses;

namespace Actors.Api.Customers;

/// <summary>Reads customer data. Company, address and contact e-mail are required.</summary>
internal static class CustomerReader
{
    private const int TextLengthMax = 200;
    private const int ShortLengthMax = 40;
    private const int CountryLength = 2;
    private const int EmailLengthMax = 254;

    public static CustomerData Read(Fields fields)
    {
        var country = fields.Text("country", ShortLengthMax);
        if (country.Length > 0 && (country.Length != CountryLength || !country.All(char.IsAsciiLetterUpper)))
            fields.Error<string>(
                "country", "invalid_country", "The country has to be two capital letters, such as CZ.");
        var vatId = fields.NameOrNull("vat_id", ShortLengthMax) ?? "";
        if (!vatId.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)))
            fields.Error<string>("vat_id", "invalid_vat_id", "The VAT id has capital letters and digits only.");
        var email = fields.Text("contact_email", EmailLengthMax);
        if (email.Length > 0 && !EmailAddress.TryParse(email, out _))
            fields.Error<string>("contact_email", "address_syntax", "This is no e-mail address.");
        return new CustomerData
        {
            Company = fields.Name("company", TextLengthMax),
            Street = fields.Name("street", TextLengthMax),
            City = fields.Name("city", TextLengthMax),
            PostalCode = fields.Name("postal_code", ShortLengthMax),
            Country = country,
            VatId = vatId,
            ContactName = fields.NameOrNull("contact_name", TextLengthMax) ?? "",
            ContactEmail = email,
            ContactPhone = fields.NameOrNull("contact_phone", ShortLengthMax) ?? "",
        };
    }
}
