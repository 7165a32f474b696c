using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.Sandbox;
using Actors.Storage.Json;
using Actors.Storage.Writing;

namespace Actors.Storage.Sandbox;

/// <summary>Takes a mail of the sandbox apart into JSON, and puts it together again.</summary>
internal static class SandboxColumns
{
    public static SandboxJson JsonOf(SandboxMail mail) => new()
    {
        ReceivedAt = StoredTime.Of(mail.ReceivedAt),
        MailFrom = mail.MailFrom,
        RcptTo = mail.RcptTo,
        Subject = mail.Subject,
        Size = mail.Size,
        Message = mail.Message?.ToString(),
        Needs = (int)mail.Needs,
    };

    public static SandboxMail Read(string id, SandboxJson json) => new(
        id,
        StoredTime.Read(json.ReceivedAt),
        json.MailFrom,
        json.RcptTo,
        json.Subject,
        json.Size,
        MessageId.TryParse(json.Message, out var message) ? message : null,
        NeedsOf(json));

    /// <summary>Of rows without a word about it, those without a message are the platform's: they may hold
    /// links.</summary>
    private static Scopes NeedsOf(SandboxJson json) =>
        json.Needs is { } needs ? (Scopes)needs : json.Message is null ? Scopes.UsersManage : Scopes.None;
}
