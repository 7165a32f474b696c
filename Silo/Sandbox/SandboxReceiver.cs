using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Grains.Sandbox;
using Actors.Mail.Addresses;
using Actors.Mail.Replies;
using Actors.Smtp.Server;

namespace Actors.Silo.Sandbox;

/// <summary>The built-in receiving server. The local part of the recipient says what becomes of the message.</summary>
public sealed class SandboxReceiver(
    ISandboxStore store, IContentReader contents, SandboxReports reports, LifecycleOptions options, IIdSource chance,
    TimeProvider time)
    : ISmtpReceiver
{
    /// <summary>How long <c>slow@</c> takes to answer the final dot.</summary>
    public static readonly TimeSpan SlowAnswer = TimeSpan.FromSeconds(10);

    /// <summary>Greylisted messages remembered; then all are forgotten, and greylisted once more.</summary>
    private const int GreylistMax = 100_000;

    private static readonly Reply MailboxFull = Reply.Of(452, "4.2.2", "The recipient's mailbox is full");
    private static readonly Reply UserUnknown = Reply.Of(550, "5.1.1", "The recipient does not exist");
    private static readonly Reply Greylisted = Reply.Of(451, "4.7.1", "Greylisted, please try again later");
    private static readonly Reply Blocked = Reply.Of(550, "5.7.1", "Message refused by local policy");
    private static readonly Reply Spam = Reply.Of(554, "5.7.1", "Message rejected as spam by content filtering");
    private static readonly Reply NoReports =
        Reply.Of(550, "5.3.2", "Nobody would hear the report: the inbound listener is off (Inbound:Listen)");

    private static readonly Reply TooManyReports = Reply.Of(451, "4.3.2", "Too many reports are on their way");
    private static readonly Reply Ok = Reply.Of(250, "2.0.0", "Ok: kept by the sandbox");

    private readonly ConcurrentDictionary<string, bool> greylisted = new();

    public ValueTask<SmtpAdmission> Connected(SmtpPeer peer, CancellationToken cancellation) =>
        new(new SmtpAdmission.Welcome(IsTrusted: true, null));

    public ValueTask<SmtpAuthentication> Authenticate(
        string login, string password, SmtpSession session, CancellationToken cancellation) =>
        new(SmtpAuthentication.WrongCredentials);

    public ValueTask<Reply?> Sender(SmtpEnvelope envelope, CancellationToken cancellation) => default;

    public ValueTask<Reply?> Recipient(
        ForwardPath recipient, SmtpEnvelope envelope, CancellationToken cancellation) =>
        new(PartOf(recipient.Address) switch
        {
            "mailbox-full" => MailboxFull,
            "unknown" => UserUnknown,
            "blocked" => Blocked,
            "greylist" when IsNew(envelope) => Greylisted,
            "complaint" or "late-bounce" when !reports.IsOn => NoReports,
            _ => null,
        });

    public async ValueTask<Reply> Message(
        SmtpEnvelope envelope, ReadOnlySequence<byte> content, CancellationToken cancellation)
    {
        var part = PartOf(envelope.Recipients[0].Address);
        switch (part)
        {
            case "spam":
                return Spam;
            case "slow":
                await Task.Delay(SlowAnswer, time, cancellation);
                break;
            case "drop":
                throw new SmtpHangUpException();
        }
        if (Origin(envelope) is not { } message)
            return Ok; // nobody's: not sent by this platform
        var raw = content.ToArray();
        var platforms = await PlatformMail(message);
        var mail = MailOf(envelope, raw, message) with { Needs = PlatformSender.NeedsToRead(platforms) };
        if (part is "complaint" or "late-bounce" && !Answer(part, mail, raw, envelope))
            return TooManyReports;
        await store.Add(message.Tenant, mail, raw);
        if (platforms.TryGetValue(PlatformSender.ForTenant, out var name)
            && TenantId.TryParse(name, out var tenant) && tenant != message.Tenant)
            await store.Add(tenant, mail with { Message = null }, raw); // the message itself is the operator's
        return Ok;
    }

    /// <summary>Sends back what servers of the world would; a message without a reverse path bounces to
    /// nobody.</summary>
    private bool Answer(string part, SandboxMail mail, byte[] raw, SmtpEnvelope envelope) =>
        (part == "late-bounce" && envelope.Sender.IsNull)
        || reports.TryAdd(new SandboxReport(
            mail.Id, part == "complaint", envelope.Sender, envelope.Recipients[0].Address, mail.ReceivedAt, raw));

    /// <summary>What the platform noted of a mail of its own; empty for any other message.</summary>
    private async Task<ImmutableDictionary<string, string>> PlatformMail(MessageKey message) =>
        message.Tenant == PlatformSender.Tenant
        && await contents.Read(message.Tenant, message.Message.Submission) is { } submission
        && submission.Account == PlatformSender.Account
            ? submission.Metadata
            : ImmutableDictionary<string, string>.Empty;

    /// <summary>The part of the recipient that says what becomes of the message, without what stands behind a plus;
    /// null where the address is somebody's own.</summary>
    private string? PartOf(EmailAddress recipient) =>
        recipient.Domain.Ascii == options.SandboxDomain ? recipient.LocalPart.Split('+')[0] : null;

    /// <summary>The message it was sent as: our client names it in ENVID (RFC 3461 §4.4).</summary>
    private static MessageKey? Origin(SmtpEnvelope envelope) =>
        envelope.Dsn.Id is { } id && MessageKey.TryParse(id.Encoded, out var key) ? key : null;

    private bool IsNew(SmtpEnvelope envelope)
    {
        if (greylisted.Count >= GreylistMax)
            greylisted.Clear();
        return greylisted.TryAdd(envelope.Dsn.Id?.Encoded ?? envelope.Sender.ToString(), true);
    }

    private SandboxMail MailOf(SmtpEnvelope envelope, byte[] raw, MessageKey message)
    {
        Span<byte> bytes = stackalloc byte[10];
        chance.Fill(bytes);
        var now = time.GetUtcNow();
        return new SandboxMail(
            SortableId.Create(now, bytes), now, envelope.Sender.ToString(), envelope.Recipients[0].ToString(),
            SandboxSubject.Of(raw), raw.Length, message.Message);
    }
}
