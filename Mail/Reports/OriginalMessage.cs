using System.Text;
using Actors.Mail.Parsing;

namespace Actors.Mail.Reports;

/// <summary>Finds the header of the message that a report gives back.</summary>
internal static class OriginalMessage
{
    /// <returns>Null where no part holds it.</returns>
    internal static HeaderBlock? In(ParsedMail mail)
    {
        foreach (var part in mail.AllParts())
        {
            if (part != mail.Root && part.Type.IsMessage && part.Parts is [var message, ..])
                return message.Headers;
            if (part.Type.Value is "text/rfc822-headers" or "message/rfc822-headers" or "message/global-headers")
                return ParsedMail.Parse(part.Content()).Headers;
        }

        return null;
    }

    /// <param name="text">The end of a notice, where the header stands.</param>
    internal static HeaderBlock In(string text) => ParsedMail.Parse(Encoding.UTF8.GetBytes(text)).Headers;

    /// <returns>The first identifier without angle brackets; null where there is none.</returns>
    internal static string? IdOf(string? field)
    {
        if (field is null)
            return null;
        var open = field.IndexOf('<', StringComparison.Ordinal);
        var rest = field.AsSpan(open + 1).Trim();
        var end = rest.IndexOfAny("> \t");
        return ReportText.FieldOrNull(end < 0 ? rest : rest[..end]);
    }
}
