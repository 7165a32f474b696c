using System.Buffers;
using System.Collections.Immutable;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;
using Actors.Mail.Messages;
using Actors.Mail.Replies;
using Actors.Silo.Platform;
using Actors.Smtp.Server;

namespace Actors.Silo.Submission;

/// <summary>Takes mail from the tenants' applications: logins, trusted networks, and the way to the grains.</summary>
public sealed class SubmissionReceiver(
    IGrainFactory grains, PlatformDirectory platform, IIdSource chance, TimeProvider time, DomainName hostName)
    : ISmtpReceiver
{
    /// <summary>Chosen passwords that are being proved at the same time; each is proved once, and then known.</summary>
    private const int ProofsAtOnceMax = 2;

    private static readonly Reply Unknown =
        Reply.Of(451, "4.3.0", "The outcome is unknown; send the message again with the same X-Idempotency-Key");

    private static readonly SemaphoreSlim Proofs = new(ProofsAtOnceMax);

    public ValueTask<SmtpAdmission> Connected(SmtpPeer peer, CancellationToken cancellation) =>
        new(platform.AccountOf(peer.Remote.Address) is { } account
            ? new SmtpAdmission.Welcome(
                IsTrusted: true, new SubmissionIdentity(account, Trusted: true), account.ToString())
            : SmtpAdmission.Stranger);

    public async ValueTask<SmtpAuthentication> Authenticate(
        string login, string password, SmtpSession session, CancellationToken cancellation)
    {
        var grain = grains.GetGrain<ISmtpLoginGrain>(login.ToLowerInvariant());
        var hash = Secret.Hash(password);
        var (account, unproved) = await grain.Authenticate(hash);
        if (unproved is not null)
        {
            if (!await IsProved(unproved, password, cancellation))
                return SmtpAuthentication.WrongCredentials;
            _ = grain.Remember(hash, unproved);
        }
        return account is { } key
            ? new SmtpAuthentication.Accepted(new SubmissionIdentity(key, Trusted: false), key.ToString())
            : SmtpAuthentication.WrongCredentials;
    }

    /// <summary>Slow on purpose, and so in turn: who tries many passwords leaves processors for mail.</summary>
    private static async Task<bool> IsProved(ChosenPassword stored, string password, CancellationToken cancellation)
    {
        await Proofs.WaitAsync(cancellation);
        try
        {
            return stored.IsProvedBy(password);
        }
        finally
        {
            Proofs.Release();
        }
    }

    public ValueTask<Reply?> Sender(SmtpEnvelope envelope, CancellationToken cancellation) => default;

    public ValueTask<Reply?> Recipient(
        ForwardPath recipient, SmtpEnvelope envelope, CancellationToken cancellation) => default;

    public async ValueTask<Reply> Message(
        SmtpEnvelope envelope, ReadOnlySequence<byte> content, CancellationToken cancellation)
    {
        var identity = (SubmissionIdentity)envelope.Session.Identity!;
        var now = time.GetUtcNow();
        var id = NewId(now);
        var raw = content.IsSingleSegment ? content.First : content.ToArray();
        var defaults = new SubmissionDefaults(
            now, Mail.Messages.MessageId.Of(id.Value.ToLowerInvariant(), hostName), envelope.IsSmtpUtf8);
        if (!SubmittedMessage.TryRead(raw, defaults, out var message, out var refusal))
            return refusal;
        var command = new SubmitCommand
        {
            Id = id,
            Account = identity.Account.Account,
            Source = new MailSource.Raw(
                Stored(envelope, id, message, now), message.Identities, message.HasInternationalHeader),
            Recipients = Recipients(envelope),
            ReversePath = envelope.Sender,
            MessageIdHeader = message.MessageId.ToString(),
            Subject = message.Subject,
            Campaign = message.Campaign,
            Idempotency = message.IdempotencyKey is { } key ? new IdempotencyMark(key, null) : null,
            FromTrustedNetwork = identity.Trusted,
            Dsn = envelope.Dsn.IsNone ? null : envelope.Dsn,
        };
        return await Submit(identity.Account.Tenant, command);
    }

    private async Task<Reply> Submit(TenantId tenant, SubmitCommand command)
    {
        var key = command.Idempotency is { } mark
            ? SubmissionKeys.Of(tenant, mark.Key)
            : SubmissionKeys.Of(tenant, command.Id!.Value);
        try
        {
            return await grains.GetGrain<ISubmissionGrain>(key).Submit(command) switch
            {
                SubmitResult.Accepted accepted => Reply.Of(250, "2.0.0", $"Ok: queued as {accepted.Receipt.Id}"),
                SubmitResult.Refused refused => ReplyTo(refused.Refusal),
                _ => Unknown,
            };
        }
        catch (TimeoutException)
        {
            return Unknown;
        }
    }

    private static Reply ReplyTo(Refusal refusal)
    {
        var answer = refusal.Code.Answer();
        return new Reply(answer.ReplyCode, answer.Status, refusal.Detail);
    }

    /// <summary>One copy, of exactly the size: the session's buffers go back to their pool.</summary>
    private byte[] Stored(SmtpEnvelope envelope, SubmissionId id, SubmittedMessage message, DateTimeOffset now)
    {
        var trace = new ArrayBufferWriter<byte>(256);
        Trace(envelope, id, now).WriteTo(trace);
        var stored = new byte[trace.WrittenCount + message.Length];
        trace.WrittenSpan.CopyTo(stored);
        var at = trace.WrittenCount;
        foreach (var segment in message.Segments)
        {
            segment.Span.CopyTo(stored.AsSpan(at));
            at += segment.Length;
        }
        return stored;
    }

    /// <summary>Without the client's address: a customer's network is nobody else's business.</summary>
    private ReceivedTrace Trace(SmtpEnvelope envelope, SubmissionId id, DateTimeOffset now) => new()
    {
        Helo = envelope.Session.HeloName ?? "",
        By = hostName,
        With = new TransmissionType(
            envelope.Session.IsExtended, envelope.Session.Tls is not null, envelope.Session.Login is not null,
            envelope.IsSmtpUtf8),
        Id = id.ToString(),
        Date = now,
    };

    /// <summary>Each once, however often the client named it.</summary>
    private static ImmutableArray<Grains.Submissions.Recipient> Recipients(SmtpEnvelope envelope)
    {
        if (envelope.Recipients.Count == 1)
            return [RecipientOf(envelope.Recipients[0])];
        return [.. envelope.Recipients.DistinctBy(each => each.Address).Select(RecipientOf)];
    }

    private static Grains.Submissions.Recipient RecipientOf(SmtpRecipient recipient) =>
        Grains.Submissions.Recipient.Of(recipient.Address, recipient.Dsn);

    private SubmissionId NewId(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[10];
        chance.Fill(bytes);
        return SubmissionId.Create(now, bytes);
    }
}
