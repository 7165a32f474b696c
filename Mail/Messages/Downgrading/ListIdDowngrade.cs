using System.Text;
using Actors.Mail.Messages.Composing;
using Actors.Mail.Messages.Parsing;
using Actors.Mail.Replies;

namespace Actors.Mail.Messages.Downgrading;

/// <summary>The phrase of a List-Id is for people; the identifier after it has to be ASCII (RFC 2919 §2).</summary>
internal static class ListIdDowngrade
{
    internal static Reply? Write(HeaderWriter writer, string name, string value)
    {
        var open = value.LastIndexOf('<');
        if (open < 0 || value.Length - open > MessageLimits.ListIdMax + 2 || !Ascii.IsValid(value.AsSpan(open)))
            return DowngradeRefusals.NoAsciiForm(name);
        writer.Begin(name);
        HeaderFields.Phrase(writer, EncodedWordDecoder.Decode(value[..open].Trim().Trim('"')));
        writer.Word(value.AsSpan(open));
        writer.End();
        return null;
    }
}
