using System.Text;

namespace Actors.Mail.Parsing;

/// <summary>Takes "name=value" from semicolon to semicolon, every character once.</summary>
internal ref struct ParameterReader(ReadOnlySpan<char> field)
{
    private ReadOnlySpan<char> rest = AfterSemicolon(field);
    private int left = ParsingLimits.ParametersMax;

    internal bool TryRead(out string name, out string value)
    {
        while (!rest.IsEmpty && left-- > 0)
        {
            var stop = rest.IndexOfAny('=', ';');
            if (stop < 0)
                break;
            var key = rest[..stop].Trim(" \t");
            var isParameter = rest[stop] == '=' && !key.IsEmpty;
            rest = rest[(stop + 1)..];
            if (!isParameter)
                continue;
            name = key.ToString();
            value = ReadValue();
            return true;
        }

        name = value = "";
        return false;
    }

    private string ReadValue()
    {
        rest = rest.TrimStart(" \t");
        if (rest is ['"', ..])
            return ReadQuoted();
        var stop = rest.IndexOf(';');
        var value = stop < 0 ? rest : rest[..stop];
        rest = stop < 0 ? default : rest[(stop + 1)..];
        var comment = value.IndexOf(" (", StringComparison.Ordinal);
        return (comment < 0 ? value : value[..comment]).Trim(" \t").ToString();
    }

    /// <summary>A quote that does not end takes the rest.</summary>
    private string ReadQuoted()
    {
        var value = new StringBuilder();
        var i = 1;
        for (; i < rest.Length && rest[i] != '"'; i++)
        {
            if (rest[i] == '\\' && i + 1 < rest.Length)
                i++;
            value.Append(rest[i]);
        }

        rest = i < rest.Length ? AfterSemicolon(rest[(i + 1)..]) : default;
        return value.ToString();
    }

    private static ReadOnlySpan<char> AfterSemicolon(ReadOnlySpan<char> text)
    {
        var semicolon = text.IndexOf(';');
        return semicolon < 0 ? default : text[(semicolon + 1)..];
    }
}
