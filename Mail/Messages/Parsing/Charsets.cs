using System.Text;

namespace Actors.Mail.Messages.Parsing;

/// <summary>Character sets by their MIME names, those of the code page tables included.</summary>
internal static class Charsets
{
    /// <returns>Null where the name is unknown. A language tag after "*" (RFC 2231 §5) is ignored.</returns>
    internal static Encoding? Find(ReadOnlySpan<char> name)
    {
        var star = name.IndexOf('*');
        if (star >= 0)
            name = name[..star];
        if (name.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || name.Equals("utf8", StringComparison.OrdinalIgnoreCase))
            return Encoding.UTF8;
        if (name.Length is 0 or > 40 || name.StartsWith("utf-7", StringComparison.OrdinalIgnoreCase))
            return null; // UTF-7 hides characters from those who look for them
        try
        {
            var text = Registered(name);
            return CodePagesEncodingProvider.Instance.GetEncoding(text) ?? Encoding.GetEncoding(text);
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Names that senders use and no registry has.</summary>
    private static string Registered(ReadOnlySpan<char> name) =>
        name.Equals("cp932", StringComparison.OrdinalIgnoreCase)
        || name.Equals("ms932", StringComparison.OrdinalIgnoreCase)
        || name.Equals("windows-31j", StringComparison.OrdinalIgnoreCase) ? "shift_jis"
        : name.Length == 6 && name.StartsWith("cp125", StringComparison.OrdinalIgnoreCase) ? $"windows-{name[2..]}"
        : name.ToString();
}
