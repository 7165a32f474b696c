namespace Actors.Grains.StandardEmails;

/// <summary>How large the words of a mail may be, in UTF-16 code units, before values are filled in.</summary>
public static class EmailLimits
{
    /// <summary>A line of RFC 5322 §2.1.1.</summary>
    public const int SubjectLengthMax = 998;

    public const int TextLengthMax = 64 * 1024;
    public const int HtmlLengthMax = 128 * 1024;

    /// <summary>Of a footer, text and HTML each.</summary>
    public const int FooterLengthMax = 16 * 1024;

    public const int NameLengthMax = 100;

    /// <summary>Templates of the tenant's own.</summary>
    public const int TemplatesMax = 1_000;
}
