using System.Buffers;
using Actors.Mail.Addresses;
using Actors.Mail.Envelopes;

namespace Actors.Mail.Reports;

/// <summary>
/// The "type; value" of RFC 3464 §2.1.2: "rfc822; a@example.org", "smtp; 550 no", "dns; mx.example.org".
/// </summary>
internal static class TypedValue
{
    private const int TypeMax = 40;
    private static readonly SearchValues<char> NotInType = SearchValues.Create(" @<>:");

    /// <summary>The value without its type; all of it where there is none.</summary>
    internal static ReadOnlySpan<char> ValueOf(ReadOnlySpan<char> field)
    {
        var semicolon = field[..Math.Min(field.Length, TypeMax)].IndexOf(';');
        var isTyped = semicolon > 0 && !field[..semicolon].Trim().ContainsAny(NotInType);
        return isTyped ? field[(semicolon + 1)..].Trim() : field;
    }

    /// <summary>An address as people write it, without angle brackets or a name; null where there is none.</summary>
    internal static string? AddressOf(string? field)
    {
        if (field is null)
            return null;
        var value = ValueOf(field);
        if (field.AsSpan().TrimStart().StartsWith("utf-8;", StringComparison.OrdinalIgnoreCase)
            && Utf8AddressText.TryDecode(value.ToString(), out var decoded))
            return ReportText.FieldOrNull(decoded);
        if (EmailAddress.TryParse(value.ToString(), out var address))
            return address.ToString();
        var open = value.LastIndexOf('<');
        if (open >= 0)
        {
            value = value[(open + 1)..];
            var close = value.IndexOf('>');
            value = close < 0 ? value : value[..close];
        }

        var space = value.Trim().IndexOf(' ');
        return ReportText.FieldOrNull(space < 0 ? value : value.Trim()[..space]);
    }
}
