using System.Text;
using Actors.Mail.Parsing;

namespace Actors.Mail.Reports;

/// <summary>The text of a part that has no charset of its own and yet is not always ASCII.</summary>
internal static class StatusText
{
    /// <summary>Escape sequences give ISO-2022-JP away, which older servers in Japan write into any field.</summary>
    internal static string Of(MailPart part)
    {
        var text = part.Text();
        if (part.Type.Parameters["charset"] is not null || !text.Contains("\u001b$", StringComparison.Ordinal))
            return text;
        return CodePagesEncodingProvider.Instance.GetEncoding("iso-2022-jp")!.GetString(part.Content().Span);
    }
}
