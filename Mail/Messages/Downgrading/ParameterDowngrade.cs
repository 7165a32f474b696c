using System.Text;
using Actors.Mail.Messages.Composing;
using Actors.Mail.Messages.Parsing;
using Actors.Mail.Replies;

namespace Actors.Mail.Messages.Downgrading;

/// <summary>Rewrites the parameters that are not ASCII as RFC 2231 has them; the others stay as they are.</summary>
internal static class ParameterDowngrade
{
    internal static Reply? Write(HeaderWriter writer, string name, string value)
    {
        writer.Begin(name);
        var rest = value;
        var first = true;
        while (rest.Length > 0)
        {
            var end = EndOfPiece(rest);
            var piece = rest[..end].Trim();
            rest = rest[Math.Min(rest.Length, end + 1)..];
            if (piece.Length == 0)
                continue;
            if ((first && !Ascii.IsValid(piece)) || HeaderText.LongestRun(piece) > MessageLimits.UnfoldableRunMax)
                return DowngradeRefusals.NoAsciiForm(name);
            if (!first && !Ascii.IsValid(piece))
            {
                if (!TryReadParameter(piece, out var parameter, out var content))
                    return DowngradeRefusals.NoAsciiForm(name);
                MimeParameter.Write(writer, parameter, content);
                continue;
            }

            if (!first)
                writer.Glue(";");
            HeaderFields.Plain(writer, piece);
            first = false;
        }

        writer.End();
        return null;
    }

    /// <summary>The next semicolon outside of quotes, or the end.</summary>
    private static int EndOfPiece(string text)
    {
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"':
                    quoted = !quoted;
                    break;
                case '\\' when quoted:
                    i++;
                    break;
                case ';' when !quoted:
                    return i;
            }
        }

        return text.Length;
    }

    /// <summary>A parameter that is cut in pieces already (RFC 2231 §3) is not read: its other pieces are ASCII, and
    /// which charset they are in is said elsewhere. Nor is a boundary: the lines it stands in are ASCII.</summary>
    private static bool TryReadParameter(string piece, out string name, out string value)
    {
        var equals = piece.IndexOf('=', StringComparison.Ordinal);
        name = equals < 0 ? "" : piece[..equals].Trim();
        value = equals < 0 ? "" : piece[(equals + 1)..].Trim();
        if (value is ['"', .., '"'])
            value = Unquoted(value);
        return MediaType.IsToken(name) && !name.Equals("boundary", StringComparison.OrdinalIgnoreCase)
            && !name.Contains('*', StringComparison.Ordinal)
            && name.Length <= MimeParameter.NameMax;
    }

    private static string Unquoted(string quoted)
    {
        var text = new StringBuilder(quoted.Length);
        for (var i = 1; i < quoted.Length - 1; i++)
            text.Append(quoted[i] == '\\' && i + 2 < quoted.Length ? quoted[++i] : quoted[i]);
        return EncodedWordDecoder.Decode(text.ToString());
    }
}
