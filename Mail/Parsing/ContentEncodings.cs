namespace Actors.Mail.Parsing;

internal static class ContentEncodings
{
    /// <param name="field">The value of Content-Transfer-Encoding; null where there is none.</param>
    internal static ContentEncoding Of(string? field)
    {
        var name = field.AsSpan().Trim(" \t\";");
        var end = name.IndexOfAny(" \t;(\"");
        if (end > 0)
            name = name[..end];
        return name.Equals("base64", StringComparison.OrdinalIgnoreCase) ? ContentEncoding.Base64
            : name.Equals("quoted-printable", StringComparison.OrdinalIgnoreCase) ? ContentEncoding.QuotedPrintable
            : ContentEncoding.Identity;
    }
}
