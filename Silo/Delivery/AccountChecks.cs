using System.Buffers;
using Actors.Dns;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Grains.SmtpAccounts;
using Actors.Mail.Addresses;
using Actors.Mail.Messages;
using Actors.Mail.Replies;
using Actors.Smtp.Client;

namespace Actors.Silo.Delivery;

/// <summary>Tries an own server out over a connection of its own, and tells its account how that ended.</summary>
public sealed class AccountChecks(
    IGrainFactory grains, OwnServers servers, SmtpClientOptions options, AddressGuard guard, DeliveryIdentity identity,
    IIdSource chance, TimeProvider time, ILogger<AccountChecks> log) : IAccountChecks
{
    /// <summary>Lines of the dialogue that are shown.</summary>
    private const int LinesMax = 60;

    public void Start(CheckOrder order) =>
        ThreadPool.UnsafeQueueUserWorkItem(static work => _ = work.Self.Run(work.order), (Self: this, order), true);

    private async Task Run(CheckOrder order)
    {
        var account = grains.GetGrain<ISmtpAccountGrain>(order.Account.ToString());
        try
        {
            await account.Checked(order.Serial, await Make(order));
        }
        catch (Exception fault)
        {
            log.LogError(fault, "the check of {Account} ended in a fault", order.Account);
            await account.Checked(order.Serial, Ended(false, SendStage.Resolve, "A fault of the platform.", null, ""));
        }
    }

    /// <returns>How it ended, within <see cref="AccountLimits.CheckTime"/>.</returns>
    public async Task<CheckResult> Make(CheckOrder order)
    {
        using var limit = new CancellationTokenSource(AccountLimits.CheckTime, time);
        switch (await Look(order, limit.Token))
        {
            case OwnRoute.Found found:
                return await Send(order, found.Route, limit.Token);
            case OwnRoute.Failed failed:
                return Ended(false, failed.Stage, CheckWords.Failed(failed.Stage, failed.Reply), null, "");
            default:
                return Ended(false, SendStage.Resolve, CheckWords.InTime(SendStage.Resolve), null, "");
        }
    }

    /// <returns>Null when the time was over.</returns>
    private async Task<OwnRoute?> Look(CheckOrder order, CancellationToken limit)
    {
        try
        {
            return await servers.Route(order.Account, order.Relay, limit);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<CheckResult> Send(CheckOrder order, DeliveryRoute route, CancellationToken limit)
    {
        var transcript = new Transcript(time, LinesMax);
        await using var fresh = new ConnectionPool(options with { IdleMax = TimeSpan.Zero }, time);
        var message = new OutgoingMessage(
            ReversePath.Of(order.From.Address), [ForwardPath.Of(order.To)], [Compose(order)],
            order.From.Address.RequiresSmtpUtf8 || order.To.RequiresSmtpUtf8);
        var outcome = await new SmtpDelivery(options, fresh, guard, time).Send(route, message, limit, transcript);
        var recipient = outcome.Recipients[0];
        var passed = recipient.Reply.IsPositive;
        var theirs = recipient.FromPeer || recipient.Stage == SendStage.Auth ? recipient.Reply : null;
        return Ended(
            passed, recipient.Stage,
            passed ? CheckWords.Passed
                : limit.IsCancellationRequested ? CheckWords.InTime(recipient.Stage)
                : CheckWords.Failed(recipient.Stage, theirs is null ? recipient.Reply : null),
            theirs, transcript.ToString());
    }

    private ReadOnlyMemory<byte> Compose(CheckOrder order)
    {
        var now = time.GetUtcNow();
        Span<byte> bytes = stackalloc byte[10];
        chance.Fill(bytes);
        var id = SortableId.Create(now, bytes);
        var output = new ArrayBufferWriter<byte>();
        MessageComposer.Write(
            new MessageDraft
            {
                From = order.From,
                To = [Mailbox.Of(order.To)],
                Subject = HeaderValue.Parse(order.Mail.Subject),
                Text = order.Mail.Text,
                Html = order.Mail.Html,
                AutoSubmission = AutoSubmission.Generated,
                Date = now,
                MessageId = Mail.Messages.MessageId.Of(id.ToLowerInvariant(), identity.HelloName),
                BoundarySeed = id,
            },
            output);
        return output.WrittenMemory;
    }

    private CheckResult Ended(bool passed, SendStage stage, string said, Reply? reply, string transcript) => new(
        new AccountCheck(time.GetUtcNow(), passed, CheckWords.StepOf(stage), said, reply?.ToString()), transcript);
}
