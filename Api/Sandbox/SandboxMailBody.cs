using Actors.Grains.Credentials;
using Actors.Grains.Sandbox;
using Actors.Mail.Parsing;

namespace Actors.Api.Sandbox;

/// <param name="Id">To read it by.</param>
/// <param name="MailFrom">The envelope's sender; empty for the null reverse-path.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Recipient">rcp_...: what it was sent as, where that is known.</param>
/// <param name="Needs">The scope that its words and links are for; absent where none is needed beside
/// messages.read.</param>
internal sealed record SandboxMailBody(
    string Id, DateTimeOffset ReceivedAt, string MailFrom, string RcptTo, string Subject, int Size, string? Recipient,
    string? Needs)
{
    public static SandboxMailBody Of(SandboxMail mail) => new(
        mail.Id, mail.ReceivedAt, mail.MailFrom, mail.RcptTo, mail.Subject, mail.Size, mail.Message?.ToString(),
        ScopeNames.Of(mail.Needs).SingleOrDefault());
}

/// <param name="MailFrom">The envelope's sender; empty for the null reverse-path.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Recipient">rcp_...: what it was sent as, where that is known.</param>
/// <param name="Needs">As in the list; text, HTML and links are absent where the caller lacks that scope.</param>
/// <param name="Text">Decoded, up to 262,144 characters; absent where there is none.</param>
/// <param name="Html">Decoded, up to 262,144 characters; absent where there is none.</param>
/// <param name="Links">Addresses of http and https in both, up to 100.</param>
/// <param name="Truncated">Whether text or HTML was cut off.</param>
internal sealed record SandboxContentBody(
    string Id, DateTimeOffset ReceivedAt, string MailFrom, string RcptTo, string Subject, int Size, string? Recipient,
    string? Needs, string? Text, string? Html, IReadOnlyList<string>? Links, bool Truncated)
{
    /// <param name="open">Whether words and links are for the caller.</param>
    public static SandboxContentBody Of(ReceivedMail received, bool open)
    {
        var (mail, content) = (SandboxMailBody.Of(received.Mail), open ? ReadableMail.Of(received.Source) : null);
        return new SandboxContentBody(
            mail.Id, mail.ReceivedAt, mail.MailFrom, mail.RcptTo, mail.Subject, mail.Size, mail.Recipient, mail.Needs,
            content?.Text, content?.Html, content?.Links, content?.Truncated ?? false);
    }
}
