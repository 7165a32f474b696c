using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.TestAddresses;
using Actors.Mail.Addresses;

namespace Actors.Api.Domains;

/// <summary>Fields of requests about domains.</summary>
internal static class DomainFields
{
    public const int TextLengthMax = 320;

    /// <summary>Only who has proved the address: nobody else has asked for mail of the platform.</summary>
    public static async Task<EmailAddress?> Notify(Call call, Fields fields)
    {
        if (fields.TextOrNull("notify", TextLengthMax) is not { } text)
            return null;
        if (!EmailAddress.TryParse(text, out var address))
            return fields.Error<EmailAddress>("notify", "address_syntax", "This is no e-mail address.");
        return await ProvedAddresses.Has(call, address)
            ? address
            : fields.Error<EmailAddress>(
                "notify", "not_verified", "The address is neither a user's nor a verified test address of the tenant.");
    }
}
