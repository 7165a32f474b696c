using System.Diagnostics.CodeAnalysis;

namespace Actors.Mail.Addresses;

internal static class AngleAddress
{
    internal static bool TryParse(string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = null;
        return text is ['<', .., '>'] && text.Length <= AddressLimits.AddressOctetsMax + 2
            && EmailAddress.TryParse(text[1..^1], out address);
    }
}
