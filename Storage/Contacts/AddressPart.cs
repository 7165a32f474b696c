using System.Text;
using Actors.Mail.Addresses;

namespace Actors.Storage.Contacts;

/// <summary>Part of an address or of a domain, whatever its case: a domain of other letters than ASCII is looked for
/// as it is stored, as A-labels.</summary>
internal sealed class AddressPart(string text)
{
    private readonly string? stored = Ascii.IsValid(text) ? null : AsStored(text);

    public bool IsIn(string address) => address.Contains(text, StringComparison.OrdinalIgnoreCase)
        || (stored is not null && address.Contains(stored, StringComparison.OrdinalIgnoreCase));

    private static string? AsStored(string text)
    {
        var domain = text.LastIndexOf('@') + 1;
        return DomainName.TryParse(text[domain..], out var name) ? text[..domain] + name.Ascii : null;
    }
}
