using Actors.Mail.Parsing;

namespace Actors.Crash.Contacts;

/// <summary>A message as its reader has it.</summary>
/// <param name="ReturnPath">MAIL FROM.</param>
/// <param name="MessageId">The same for each copy.</param>
/// <param name="Unsubscribe">The path of the address to unsubscribe at; null for none.</param>
/// <param name="Link">The path of the link in its words; null for none.</param>
public sealed record Letter(
    string Recipient, string ReturnPath, string MessageId, string Subject, string? Unsubscribe, string? Link)
{
    private const string LinkPath = "/links/";

    public static Letter Read(string recipient, string returnPath, ReadOnlyMemory<byte> content)
    {
        var mail = ParsedMail.Parse(content);
        var words = mail.AllParts().FirstOrDefault(part => part.Type.Value == "text/plain")?.Text() ?? "";
        return new Letter(
            recipient, returnPath, mail.Headers.Find("Message-ID"u8) ?? "", mail.Headers.FindDecoded("Subject"u8) ?? "",
            mail.Headers.Find("List-Unsubscribe"u8) is { } url ? new Uri(url.Trim().Trim('<', '>')).AbsolutePath : null,
            Linked(words));
    }

    private static string? Linked(string words)
    {
        var at = words.IndexOf(LinkPath, StringComparison.Ordinal);
        return at < 0
            ? null
            : LinkPath + string.Concat(words.Skip(at + LinkPath.Length).TakeWhile(char.IsAsciiLetterOrDigit));
    }
}
