using System.Buffers;
using System.Text;

namespace Actors.Mail.Addresses;

/// <summary>RFC 5321 §4.1.2 Local-part, with the non-ASCII characters of RFC 6531 §3.3.</summary>
/// <remarks>
/// Narrower than RFC 6531 in one point: non-ASCII white space and line separators are refused, because they come from
/// copying, not from mailbox names, and cannot be seen; and U+FFFD, which is what is left of bytes that were not UTF-8.
/// </remarks>
internal static class LocalPartGrammar
{
    internal static readonly SearchValues<char> AtomText = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~");

    internal static bool IsLocalPart(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > AddressLimits.LocalPartOctetsMax)
            return false;
        if (text[0] == '"' ? !IsQuotedString(text) : !IsDotString(text))
            return false;
        return Ascii.IsValid(text) || Encoding.UTF8.GetByteCount(text) <= AddressLimits.LocalPartOctetsMax;
    }

    internal static bool IsDotString(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] == '.' || text[^1] == '.' || text.IndexOf("..", StringComparison.Ordinal) >= 0)
            return false;
        if (!text.ContainsAnyExcept(AtomText))
            return true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c != '.' && !AtomText.Contains(c) && !IsInternational(text, ref i))
                return false;
        }

        return true;
    }

    private static bool IsQuotedString(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[^1] != '"')
            return false;
        var inner = text[1..^1];
        for (var i = 0; i < inner.Length; i++)
        {
            switch (inner[i])
            {
                case '"':
                    return false;
                case '\\':
                    if (++i == inner.Length || inner[i] is < ' ' or > '~')
                        return false;
                    break;
                case >= ' ' and <= '~':
                    break;
                default:
                    if (!IsInternational(inner, ref i))
                        return false;
                    break;
            }
        }

        return true;
    }

    /// <summary>Steps over the second half of a surrogate pair.</summary>
    private static bool IsInternational(ReadOnlySpan<char> text, ref int i)
    {
        var c = text[i];
        if (c < 0x80 || char.IsControl(c) || char.IsWhiteSpace(c) || c is '\uFEFF' or '\uFFFD')
            return false;
        if (!char.IsSurrogate(c))
            return true;
        if (!char.IsHighSurrogate(c) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
            return false;
        i++;
        return true;
    }
}
