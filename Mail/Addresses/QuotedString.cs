namespace Actors.Mail.Addresses;

/// <summary>The quoted-string of RFC 5321 §4.1.2 and RFC 5322 §3.2.4.</summary>
internal static class QuotedString
{
    internal static string Of(string content) =>
        $"\"{Escaped(Escaped(content, "\\"), "\"")}\"";

    private static string Escaped(string content, string special) =>
        content.Replace(special, "\\" + special, StringComparison.Ordinal);
}
