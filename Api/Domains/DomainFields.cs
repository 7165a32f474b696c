using Actors.Api.Json;
using Actors.Mail.Addresses;

namespace Actors.Api.Domains;

/// <summary>Fields of requests about domains.</summary>
internal static class DomainFields
{
    public const int TextLengthMax = 320;

    public static EmailAddress? Notify(Fields fields) =>
        fields.TextOrNull("notify", TextLengthMax) is not { } text ? null
        : EmailAddress.TryParse(text, out var address) ? address
        : fields.Error<EmailAddress>("notify", "address_syntax", "This is no e-mail address.");
}
