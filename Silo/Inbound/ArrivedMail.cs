using Actors.Mail.Parsing;
using Actors.Mail.Reports;

namespace Actors.Silo.Inbound;

/// <summary>A mail with what it says, read once for all its recipients.</summary>
/// <param name="Report">Null where it is none.</param>
public sealed record ArrivedMail(ReadOnlyMemory<byte> Content, ParsedMail Mail, MailReport? Report)
{
    /// <summary>Addresses that the report is about, as it names them.</summary>
    public IEnumerable<string?> Recipients => Report?.Recipients.Select(one => one.Recipient) ?? [];

    public static ArrivedMail Read(ReadOnlyMemory<byte> content)
    {
        var mail = ParsedMail.Parse(content);
        return new ArrivedMail(content, mail, ReportReader.TryRead(mail, out var report) ? report : null);
    }
}
