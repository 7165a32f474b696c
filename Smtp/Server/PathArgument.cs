using System.Text;

namespace Actors.Smtp.Server;

/// <summary>Takes the argument of MAIL and RCPT apart (RFC 5321 §4.1.1.2, §4.1.1.3): keyword, path,
/// parameters.</summary>
internal static class PathArgument
{
    /// <param name="argument">What follows the verb.</param>
    /// <param name="keyword">"FROM:" or "TO:".</param>
    /// <param name="path">With its angle brackets, not yet checked inside.</param>
    /// <param name="parameters">What follows the path, without spaces at the ends.</param>
    public static bool TrySplit(
        ReadOnlySpan<byte> argument, ReadOnlySpan<byte> keyword,
        out ReadOnlySpan<byte> path, out ReadOnlySpan<byte> parameters)
    {
        path = parameters = default;
        if (argument.Length < keyword.Length || !Ascii.EqualsIgnoreCase(argument[..keyword.Length], keyword))
            return false;
        var rest = argument[keyword.Length..].TrimStart((byte)' ');   // "MAIL FROM: <a@b>" is common and harmless
        var end = PathLength(rest);
        if (end == 0 || (end < rest.Length && rest[end] != ' '))
            return false;
        path = rest[..end];
        parameters = rest[end..].Trim((byte)' ');
        return true;
    }

    /// <summary>"&lt;@relay.example,@other.example:user@example.org&gt;", obsolete since RFC 5321 §F.2.</summary>
    public static bool IsSourceRoute(ReadOnlySpan<byte> path) => path.Length > 1 && path[1] == '@';

    /// <summary>Length up to the closing bracket; a quoted local part may hold one of its own. 0 when there is
    /// none.</summary>
    private static int PathLength(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[0] != '<')
            return 0;
        var quoted = false;
        for (var i = 1; i < text.Length; i++)
        {
            if (quoted && text[i] == '\\')
                i++;
            else if (text[i] == '"')
                quoted = !quoted;
            else if (text[i] == '>' && !quoted)
                return i + 1;
        }
        return 0;
    }
}
