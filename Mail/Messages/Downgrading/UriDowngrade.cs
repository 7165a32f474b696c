using System.Globalization;
using System.Text;
using Actors.Mail.Messages.Composing;
using Actors.Mail.Replies;

namespace Actors.Mail.Messages.Downgrading;

/// <summary>Percent-encodes what is not ASCII (RFC 3987 §3.1); comments, which say nothing to programs, too.</summary>
internal static class UriDowngrade
{
    /// <returns>Null unless it grows beyond what fits a line.</returns>
    internal static Reply? Write(HeaderWriter writer, string name, string value)
    {
        var text = new StringBuilder(value.Length * 2);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in value.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                text.Append((char)rune.Value);
                continue;
            }

            foreach (var b in utf8[..rune.EncodeToUtf8(utf8)])
                text.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }

        var ascii = text.ToString();
        if (HeaderText.LongestRun(ascii) > MessageLimits.UnfoldableRunMax)
            return DowngradeRefusals.NoAsciiForm(name);
        HeaderFields.Words(writer, name, ascii);
        return null;
    }
}
