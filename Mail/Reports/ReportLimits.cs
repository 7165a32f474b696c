namespace Actors.Mail.Reports;

/// <summary>What a report may take of us. Beyond a limit the rest is left unread.</summary>
public static class ReportLimits
{
    /// <summary>Recipients of one report; RFC 5321 §4.5.3.1.8 asks for 100 in a transaction.</summary>
    public const int RecipientsMax = 1000;

    /// <summary>UTF-16 units of one diagnostic.</summary>
    public const int DiagnosticMax = 4096;

    /// <summary>UTF-16 units of a field that is no diagnostic: an address, a host, an identifier.</summary>
    public const int FieldMax = 512;

    /// <summary>UTF-16 units of a notice in plain words that are looked at.</summary>
    public const int NoticeMax = 64 * 1024;

    /// <summary>Lines of such a notice.</summary>
    public const int NoticeLinesMax = 1000;

    /// <summary>Octets of a mail with a report, with the message that it gives back.</summary>
    public const int MailOctetsMax = 8 * 1024 * 1024;

    /// <summary>UTF-16 units of the part with the fields of a report.</summary>
    public const int StatusPartMax = 1024 * 1024;
}
