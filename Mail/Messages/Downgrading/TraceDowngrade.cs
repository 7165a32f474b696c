using System.Text;
using Actors.Mail.Messages.Composing;
using Actors.Mail.Replies;

namespace Actors.Mail.Messages.Downgrading;

/// <summary>
/// A trace field without the recipient it names (RFC 6857 §3.1.9); other characters beyond ASCII become "?".
/// </summary>
internal static class TraceDowngrade
{
    internal static Reply? Write(HeaderWriter writer, string name, string value)
    {
        if (HeaderText.LongestRun(value) > MessageLimits.UnfoldableRunMax)
            return DowngradeRefusals.NoAsciiForm(name);
        var words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        writer.Begin(name);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Equals("for", StringComparison.OrdinalIgnoreCase) && i + 1 < words.Length
                && !Ascii.IsValid(words[i + 1]))
            {
                if (words[++i].EndsWith(';'))
                    writer.Glue(";");
                continue;
            }

            writer.Word(Plain(words[i]));
        }

        writer.End();
        return null;
    }

    private static string Plain(string word) =>
        Ascii.IsValid(word) ? word : string.Concat(word.Select(c => char.IsAscii(c) ? c : '?'));
}
