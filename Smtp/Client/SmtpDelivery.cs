using System.Runtime.CompilerServices;
using Actors.Dns;
using Actors.Mail.Replies;
using Actors.Smtp.Client.Dialogue;

namespace Actors.Smtp.Client;

/// <summary>
/// Makes one attempt to send a message: over an idle connection when there is one, else to the first of the route's
/// hosts that can be talked to. Once MAIL FROM was sent, no other host is tried. Safe for many threads.
/// </summary>
/// <param name="guard">Which addresses may be connected to; others are left out.</param>
public sealed class SmtpDelivery(SmtpClientOptions options, ConnectionPool pool, AddressGuard guard, TimeProvider time)
{
    /// <summary>Addresses tried in one attempt at most.</summary>
    public const int TargetsMax = 20;

    /// <param name="cancellation">
    /// Ends the attempt as transient, or uncertain after the final dot; nothing is thrown.
    /// </param>
    /// <param name="transcript">Listens to this attempt; null listens to nothing and costs nothing.</param>
    public async ValueTask<SendOutcome> Send(
        DeliveryRoute route, OutgoingMessage message, CancellationToken cancellation, ITranscript? transcript = null)
    {
        var began = time.GetTimestamp();
        var targets = Targets(route, out var preferred, out var noTarget);
        for (var i = 0; i < preferred; i++)
        {
            while (pool.TryTake(targets[i]) is { } idle)
            {
                idle.Transcript = transcript;
                var outcome = await SendOver(idle, message, began, cancellation);
                if (!WasStale(idle, outcome) || cancellation.IsCancellationRequested)
                    return outcome;
            }
        }

        var best = new OpenResult.Failed(SendStage.Connect, noTarget, FromPeer: false);
        SmtpEndpoint? decider = null;
        foreach (var target in targets)
        {
            if (Left(began) <= TimeSpan.Zero)
                break;
            var result = await Open(target, began, transcript, cancellation);
            if (result is OpenResult.Opened { Connection: var connection })
                return await SendOver(connection, message, began, cancellation);
            var failure = (OpenResult.Failed)result;
            var isLogin = failure.Stage == SendStage.Auth; // other hosts would refuse the same one
            if (decider is null || isLogin || IsBetter(failure, best))
                (best, decider) = (failure, target);
            if (cancellation.IsCancellationRequested || isLogin)
                break;
        }
        return new([.. message.Recipients.Select(r =>
            new RecipientOutcome(r, best.Reply, best.Stage, best.FromPeer, Certainty.Certain))], decider, null);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<SendOutcome> SendOver(
        SmtpConnection connection, OutgoingMessage message, long began, CancellationToken cancellation)
    {
        var outcome = await connection.Send(message, Left(began), cancellation);
        connection.Transcript = null;
        pool.Give(connection);
        return outcome;
    }

    /// <summary>
    /// Opportunistic TLS that fails is worth a second try in the clear; a forged answer to STARTTLS is not.
    /// </summary>
    private async ValueTask<OpenResult> Open(
        SmtpEndpoint target, long began, ITranscript? transcript, CancellationToken cancellation)
    {
        var result = await SmtpConnection.Open(target, target, options, time, transcript, Left(began), cancellation);
        return target is { Tls: TlsPolicy.Opportunistic, ImplicitTls: false }
            && result is OpenResult.Failed { Stage: SendStage.StartTls, FromPeer: false } failure
            && failure.Reply != LocalReplies.InjectedAfterStartTls && !cancellation.IsCancellationRequested
            ? await SmtpConnection.Open(
                target with { Tls = TlsPolicy.None }, target, options, time, transcript, Left(began), cancellation)
            : result;
    }

    /// <param name="preferred">How many of the targets, from the first, share the best preference.</param>
    /// <param name="noTarget">What to say when none is left.</param>
    private List<SmtpEndpoint> Targets(DeliveryRoute route, out int preferred, out Reply noTarget)
    {
        var targets = new List<SmtpEndpoint>();
        preferred = 0;
        noTarget = route.IsPartial ? LocalReplies.OthersUnknown : LocalReplies.AddressNotAllowed;
        foreach (var host in route.Hosts)
        {
            foreach (var address in host.Addresses)
            {
                if (targets.Count == TargetsMax || !guard.Allows(address))
                    continue;
                if (route.Source is not null && route.Source.AddressFamily != address.AddressFamily)
                    noTarget = LocalReplies.NoCommonFamily;
                else
                    targets.Add(route.Endpoint(host, address));
            }
            if (host.Preference == route.Hosts[0].Preference)
                preferred = targets.Count;
        }
        return targets;
    }

    private TimeSpan Left(long began) => options.DialogueMax - time.GetElapsedTime(began);

    /// <summary>
    /// The server had given the idle connection up: nothing of the message was answered, so a fresh one may try.
    /// </summary>
    private static bool WasStale(SmtpConnection connection, SendOutcome outcome) =>
        connection.IsBroken && outcome.Recipients.All(r => r.Stage == SendStage.MailFrom);

    /// <summary>Hope first (a transient failure), then what a server said, then how far it went.</summary>
    private static bool IsBetter(OpenResult.Failed one, OpenResult.Failed other) =>
        Rank(one).CompareTo(Rank(other)) > 0;

    private static (bool, bool, SendStage) Rank(OpenResult.Failed failure) =>
        (failure.Reply.IsTransient, failure.FromPeer, failure.Stage);
}
