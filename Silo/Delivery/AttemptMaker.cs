using System.Net;
using Actors.Grains.Contacts;
using Actors.Grains.Couriers;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Grains.Rendering;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Submissions;
using Actors.Grains.Unsubscribing;
using Actors.Mail.Addresses;
using Actors.Mail.Envelopes;
using Actors.Mail.Replies;
using Actors.Silo.Domains;
using Actors.Silo.Signing;
using Actors.Smtp.Client;

namespace Actors.Silo.Delivery;

/// <summary>Makes one attempt: asks whether it may, finds the next hop, renders, and speaks SMTP.</summary>
public sealed class AttemptMaker(
    IGrainFactory grains,
    IContentReader contents,
    NextHops hops,
    OutgoingSignatures signatures,
    Senders senders,
    ReturnPaths returnPaths,
    SendingDomains domains,
    SenderCertificates certificates,
    ServerTrouble servers,
    Consent consent,
    UnsubscribeLinks unsubscribing,
    LifecycleOptions options,
    TimeProvider time)
{
    private static readonly Reply ContentGone =
        Reply.Of(554, "5.3.0", "The content of this message is no longer stored");

    private static readonly Reply Stopped = Reply.Of(451, "4.3.2", "The attempt was cut short by a restart");

    /// <returns>Null when the process stopped before anything happened.</returns>
    public async Task<MadeAttempt?> Make(DeliveryOrder order, CancellationToken hardStop)
    {
        var began = time.GetTimestamp();
        var account = grains.GetGrain<ISmtpAccountGrain>(
            new AccountKey(order.Message.Tenant, order.Account).ToString());
        var gate = await account.Gate();
        if (gate.Reason != HoldReason.None)
            return Untried(order, new AttemptOutcome.Withheld(gate.Reason));
        var answer = await consent.Ask(order);
        if (answer.Refusal is { } reason)
            return Untried(order, new AttemptOutcome.Suppressed(reason));
        var made = await Make(order, account, gate, began, hardStop);
        return answer.HasRun && made?.Report is { Outcome: AttemptOutcome.Delivered delivered } report
            ? made with { Report = report with { Outcome = delivered with { EndsRun = true } } }
            : made;
    }

    private async Task<MadeAttempt?> Make(
        DeliveryOrder order, ISmtpAccountGrain account, AccountGate gate, long began, CancellationToken hardStop)
    {
        switch (From(await Look(order, gate), gate.Source))
        {
            case NextHop.Hosts { IsOwn: true } own:
                var made = await Send(order, own, began, hardStop);
                await servers.Note(account, gate.Relay!, made);
                return made;
            case NextHop.Hosts hosts:
                return await Send(order, hosts, began, hardStop);
            case NextHop.Withheld withheld:
                return Untried(order, new AttemptOutcome.Withheld(withheld.Reason));
            case NextHop.Nowhere nowhere:
                if (gate.Relay is { } relay)
                    await servers.NoteLost(account, relay, nowhere.Reply);
                return Untried(order, Failed(nowhere.Reply, null));
            default:
                throw new InvalidOperationException("unknown next hop");
        }
    }

    private ValueTask<NextHop> Look(DeliveryOrder order, AccountGate gate) => gate.Relay is { } relay
        ? hops.LookOwn(order.Recipient.Domain, new AccountKey(order.Message.Tenant, order.Account), relay)
        : hops.Look(order.Recipient.Domain, order.Message.Tenant);

    /// <summary>The sandbox is on loopback, and reached from there.</summary>
    private static NextHop From(NextHop hop, SourceAddress? source) =>
        source is not null && hop is NextHop.Hosts { IsSandbox: false } hosts
            ? hosts with
            {
                Route = hosts.Route with
                {
                    Source = IPAddress.Parse(source.Address),
                    HelloName = source.HelloName is { } name ? DomainName.Parse(name) : hosts.Route.HelloName,
                },
            }
            : hop;

    private async Task<MadeAttempt?> Send(
        DeliveryOrder order, NextHop.Hosts hosts, long began, CancellationToken hardStop)
    {
        var submission = await contents.Read(order.Message.Tenant, order.Message.Message.Submission);
        if (submission is null)
            return Untried(order, new AttemptOutcome.Permanent(ContentGone));
        submission = Authored(submission, order.Author);
        var author = submission.Source.Author;
        var domain = await domains.Of(order.Message.Tenant, author?.Domain);
        if (domain is { IsHeld: true } && !hosts.IsOwn)
            return Untried(order, new AttemptOutcome.Withheld(HoldReason.DomainHeld));
        domain = domain is { IsHeld: true } ? null : domain; // by an own server it goes, and unsigned
        var certificate = await certificates.Of(order.Message.Tenant, author);
        var marks = StreamMarks.Of(
            order.Stream, order.Account, order.Message.Tenant, order.ReversePath, options.FeedbackSender);
        var content = MessageRendering.Render(
            order.Message.Tenant, submission, order.Variables, marks, unsubscribing.Of(order));
        if (certificate.IsUnusable || Signed(content) is not { } signed)
            return Untried(order, new AttemptOutcome.Withheld(HoldReason.SignatureUnavailable));
        if (!await MayStart(order))
            return Untried(order, null);
        var message = new OutgoingMessage(
            PathOf(order, hosts, domain?.ReturnPathHost), [ForwardPath.Of(order.Recipient)],
            signed, MessageRendering.NeedsSmtpUtf8(submission))
        {
            Dsn = hosts.IsSandbox ? SandboxDsn(order.Message) : order.EnvelopeDsn ?? EnvelopeDsn.None,
            RecipientDsns = order.RecipientDsn is { } dsn ? [dsn] : [],
            Fallback = lacks => ContentFallbacks.Of(content, lacks, form => Signed(form) ?? form),
        };
        var outcome = await senders.Send(hosts, message, order.Message, hardStop);
        var recipient = outcome.Recipients[0];
        if (hardStop.IsCancellationRequested && recipient is { FromPeer: false, Certainty: Certainty.Certain })
            return IsRecorded(order) ? Untried(order, new AttemptOutcome.Transient(Stopped, TimeSpan.Zero)) : null;
        return Tried(order, outcome, hosts, time.GetElapsedTime(began));

        IReadOnlyList<ReadOnlyMemory<byte>>? Signed(IReadOnlyList<ReadOnlyMemory<byte>> form) =>
            signatures.Sign(submission, form, domain, certificate.Identity);
    }

    private static MadeAttempt Tried(
        DeliveryOrder order, SendOutcome outcome, NextHop.Hosts hosts, TimeSpan took)
    {
        var recipient = outcome.Recipients[0];
        var trace = new AttemptTrace(
            outcome.Endpoint?.Host, Address(outcome), Tls(outcome), recipient.Stage.ToString(), took, hosts.IsOwn);
        return new MadeAttempt(
            new AttemptReport(order.Attempt, order.Epoch, OutcomeOf(recipient, hosts), trace),
            recipient is { FromPeer: false, Stage: SendStage.Connect or SendStage.Greeting }
                ? SlotResult.Unreachable
                : SlotResult.Answered);
    }

    /// <summary>Whether the start is on record before MAIL FROM, so that an uncertain outcome is told from
    /// none.</summary>
    private bool IsRecorded(DeliveryOrder order) => order.OnUncertain == OnUncertain.Hold || options.RecordAttempts;

    private async Task<bool> MayStart(DeliveryOrder order) => !IsRecorded(order)
        || await grains.GetGrain<IMessageGrain>(order.Message.ToString()).MayStart(order.Attempt, order.Epoch);

    /// <summary>Our own sandbox is told the message's own name, whatever name the submitter has for it.</summary>
    private static EnvelopeDsn SandboxDsn(MessageKey message) =>
        new(DsnReturn.Unspecified, EnvelopeId.Parse(message.ToString()));

    private static MadeAttempt Untried(DeliveryOrder order, AttemptOutcome? outcome) => new(
        outcome is null ? null : new AttemptReport(order.Attempt, order.Epoch, outcome, AttemptTrace.None),
        SlotResult.Unused);

    private static AttemptOutcome OutcomeOf(RecipientOutcome recipient, NextHop.Hosts hosts) =>
        recipient.Certainty == Certainty.Uncertain ? new AttemptOutcome.Uncertain(recipient.Reply)
        : recipient.Reply.IsPositive ? new AttemptOutcome.Delivered(recipient.Reply)
        : hosts.IsOwn && ServerTrouble.IsOfServer(recipient)
        ? new AttemptOutcome.Transient(recipient.Reply, hosts.RetryAfter)
        : Failed(recipient.Reply, hosts.RetryAfter);

    /// <summary>Bounces of an own account go to its own address, and never to a host of the platform's.</summary>
    private ReversePath PathOf(DeliveryOrder order, NextHop.Hosts hosts, DomainName? host) =>
        hosts.IsOwn ? order.ReversePath : returnPaths.Of(order, hosts.IsSandbox ? returnPaths.Sandbox ?? host : host);

    /// <summary>The submission with the From that this recipient's copy has.</summary>
    private static StoredSubmission Authored(StoredSubmission submission, Mailbox? author) =>
        author is not null && submission.Source is MailSource.Parts { Mail: var mail }
            ? submission with { Source = new MailSource.Parts(mail with { From = author }) }
            : submission;

    private static AttemptOutcome Failed(Reply reply, TimeSpan? retryAfter) => reply.IsPermanent
        ? new AttemptOutcome.Permanent(reply)
        : new AttemptOutcome.Transient(reply, retryAfter);

    private static string? Address(SendOutcome outcome) => outcome.Endpoint is { } endpoint
        ? new IPEndPoint(endpoint.Address, endpoint.Port).ToString() // with brackets around IPv6
        : null;

    private static string? Tls(SendOutcome outcome) => outcome.Tls is { } tls ? $"{tls.Protocol} {tls.Cipher}" : null;
}

/// <param name="Report">Null when there is nothing to tell the message: it is not wanted any more.</param>
public sealed record MadeAttempt(AttemptReport? Report, SlotResult Result);
