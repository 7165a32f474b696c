using System.Buffers;
using Actors.Mail.Addresses;

namespace Actors.Mail.Reports.Notices;

/// <summary>An address in a line of prose.</summary>
/// <param name="Start">Of its first character.</param>
/// <param name="End">After its last.</param>
internal readonly record struct AddressInText(string Address, int Start, int End)
{
    private const int InLineMax = 20;

    /// <summary>"c=US;a= ;p=Example;dda:SMTP=ada@example.com": an address of a mail system without SMTP.</summary>
    private const string X400Prefix = "SMTP=";

    private static readonly SearchValues<char> Local = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&*+-/=?^_{|}~.");

    private static readonly SearchValues<char> Domain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.");

    internal static List<AddressInText> In(string line)
    {
        var found = new List<AddressInText>();
        var from = 0; // no address begins before it
        for (var at = line.IndexOf('@', StringComparison.Ordinal); at >= 0 && found.Count < InLineMax;
            at = line.IndexOf('@', at + 1))
        {
            var left = line.AsSpan(from, at - from).LastIndexOfAnyExcept(Local);
            var start = from + left + 1;
            if (line.AsSpan(start, at - start).StartsWith(X400Prefix, StringComparison.OrdinalIgnoreCase))
                start += X400Prefix.Length;
            var length = line.AsSpan(at + 1).IndexOfAnyExcept(Domain);
            var end = length < 0 ? line.Length : at + 1 + length;
            var address = line.AsSpan(start, end - start).Trim('.');
            if (address.Length <= AddressLimits.AddressOctetsMax
                && EmailAddress.TryParse(address.ToString(), out var parsed))
                found.Add(new AddressInText($"{parsed.LocalPart}@{parsed.Domain.Ascii}", start, end));
            from = at + 1;
        }

        return found;
    }
}
