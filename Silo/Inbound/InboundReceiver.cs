using System.Buffers;
using Actors.Grains.Ports;
using Actors.Mail.Addresses;
using Actors.Mail.Replies;
using Actors.Smtp.Server;

namespace Actors.Silo.Inbound;

/// <summary>Takes bounces, complaints and mail to the operator, and nothing else.</summary>
/// <remarks>250 means that what the mail says is stored. So many are read at once and no more: further ones wait with
/// their connections, of which there are so many, so that a flood slows its senders down and takes no memory.</remarks>
public sealed class InboundReceiver(
    InboundDirectory directory, InboundReports reports, InboundDesk desk, ILogger<InboundReceiver> log)
    : ISmtpReceiver, IDisposable
{
    /// <summary>Mails that are read and stored at once.</summary>
    public const int AtOnceMax = 32;

    private static readonly Reply Taken = Reply.Of(250, "2.0.0", "Ok");
    private static readonly Reply Later = Reply.Of(451, "4.3.0", "It could not be stored, try again later");

    /// <summary>RFC 5321 §6.1: who is not told that a mail is thrown away would wait for an answer.</summary>
    private static readonly Reply ReportsOnly = Reply.Of(550, "5.7.1", "This address takes delivery reports only");

    private readonly SemaphoreSlim places = new(AtOnceMax);

    public ValueTask<SmtpAdmission> Connected(SmtpPeer peer, CancellationToken cancellation) =>
        new(SmtpAdmission.Stranger);

    public ValueTask<SmtpAuthentication> Authenticate(
        string login, string password, SmtpSession session, CancellationToken cancellation) =>
        new(SmtpAuthentication.WrongCredentials);

    /// <summary>Any, the null path above all: reports have no other.</summary>
    public ValueTask<Reply?> Sender(SmtpEnvelope envelope, CancellationToken cancellation) => default;

    public async ValueTask<Reply?> Recipient(
        ForwardPath recipient, SmtpEnvelope envelope, CancellationToken cancellation) =>
        (await directory.Find(recipient.Address) as InboundAddress.Refused)?.Reply;

    public async ValueTask<Reply> Message(
        SmtpEnvelope envelope, ReadOnlySequence<byte> content, CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        try
        {
            return await Take(envelope, ArrivedMail.Read(content.ToArray()));
        }
        catch (Exception trouble) when (trouble is StoreUnavailableException or TimeoutException)
        {
            log.LogWarning("a report is asked for again later: {Reason}", trouble.Message);
            return Later;
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();

    /// <summary>For every recipient; repeated for all of them where one failed, which changes nothing twice.</summary>
    private async Task<Reply> Take(SmtpEnvelope envelope, ArrivedMail mail)
    {
        Reply? refused = null;
        var taken = false;
        foreach (var address in envelope.Recipients.Select(each => each.Address).DistinctBy(each => each.Key))
        {
            var reply = await directory.Find(address) switch
            {
                InboundAddress.ReturnPath path => await Report(path.Claim, mail, envelope),
                InboundAddress.Desk => await desk.Take(address, mail, envelope),
                _ => Taken, // its tenant has left since RCPT
            };
            if (reply.IsTransient)
                return reply;
            refused = reply.IsPositive ? refused : reply;
            taken |= reply.IsPositive;
        }
        return taken ? Taken : refused ?? Taken;
    }

    private async Task<Reply> Report(ReturnPathClaim claim, ArrivedMail mail, SmtpEnvelope envelope)
    {
        switch (ArrivalRules.OfReturnPath(mail.Report, address => InboundReports.IsRecipient(claim, address)))
        {
            case Arrival.Failed failed:
                await reports.Failed(claim, failed.Failure);
                return Taken;
            case Arrival.Complained complained:
                await reports.Complained(claim, complained.Type, mail.Recipients);
                return Taken;
            case Arrival.Nothing nothing:
                log.LogInformation("mail about {Message} changes nothing: {Reason}", claim.Message, nothing.Reason);
                return Taken;
            default:
                log.LogInformation("mail about {Message} is no report", claim.Message);
                return envelope.Sender.IsNull ? Taken : ReportsOnly; // to the null path nobody could be told
        }
    }
}
