using System.Text;
using Actors.Mail.Parsing;

namespace Actors.Mail.Reports;

/// <summary>The text of a part that has no charset of its own and yet is not always ASCII.</summary>
internal static class StatusText
{
    private const int PartsMax = 4;

    /// <summary>
    /// In their order; more than one where a server gives that type to the words for people, too.
    /// </summary>
    internal static IEnumerable<MailPart> PartsOf(ParsedMail mail) =>
        Notices.Notice.OwnParts(mail).Where(IsStatus).Take(PartsMax);

    /// <summary>It has the type of a status and tells of no recipient: words for people.</summary>
    internal static bool IsProse(MailPart part) => IsStatus(part)
        && !Of(part).Contains("-Recipient:", StringComparison.OrdinalIgnoreCase);

    private static bool IsStatus(MailPart part) =>
        part.Type.Value is "message/delivery-status" or "message/global-delivery-status";

    /// <summary>Escape sequences give ISO-2022-JP away, which older servers in Japan write into any field.</summary>
    internal static string Of(MailPart part)
    {
        var text = part.Text();
        if (part.Type.Parameters["charset"] is not null || !text.Contains("\u001b$", StringComparison.Ordinal))
            return text;
        return CodePagesEncodingProvider.Instance.GetEncoding("iso-2022-jp")!.GetString(part.Content().Span);
    }
}
