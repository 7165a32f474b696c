using System.IO.Pipelines;
using Actors.Mail.Replies;
using Actors.Smtp.Server.Guarding;
using Microsoft.Extensions.Logging;

namespace Actors.Smtp.Server;

/// <summary>One listener's sessions: serves connections, keeps their limits and times, drains.</summary>
/// <remarks>Any <see cref="IDuplexPipe"/> will do; <see cref="SmtpConnectionHandler"/> brings Kestrel's
/// sockets.</remarks>
public sealed class SmtpServer : IDisposable
{
    /// <summary>How often the times of all connections are looked at, by one timer.</summary>
    public static readonly TimeSpan TickPeriod = TimeSpan.FromSeconds(1);

    private readonly OpenConnections connections;
    private readonly Refusals refusals;
    private readonly CancellationTokenSource stopping = new();
    private readonly ITimer timer;
    private readonly ILogger log;
    private volatile bool isDraining;

    /// <exception cref="ArgumentException">An option is outside its range; the message lists all that are.</exception>
    /// <param name="guards">Shared by the listeners of a process; null for guards of its own.</param>
    public SmtpServer(
        SmtpServerOptions options, ISmtpReceiver receiver, TimeProvider time, ILogger<SmtpServer> log,
        SmtpGuards? guards = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Problems() is { Count: > 0 } problems)
            throw new ArgumentException(string.Join(' ', problems), nameof(options));
        (Options, Receiver, Time, this.log) = (options, receiver, time, log);
        Guards = guards ?? new(time);
        Texts = new(options);
        connections = new(options);
        refusals = new(this);
        timer = time.CreateTimer(static server => ((SmtpServer)server!).Tick(), this, TickPeriod, TickPeriod);
    }

    /// <summary>Connections open now.</summary>
    public int Connections => connections.Count;

    internal SmtpServerOptions Options { get; }

    internal ISmtpReceiver Receiver { get; }

    internal TimeProvider Time { get; }

    internal SmtpGuards Guards { get; }

    internal ServerTexts Texts { get; }

    internal bool IsDraining => isDraining;

    /// <summary>Cancelled when a drain has run out of time.</summary>
    internal CancellationToken Stopping => stopping.Token;

    /// <summary>Serves one client from greeting to end, completes the pipes, and never throws.</summary>
    /// <param name="abort">Ends the transport without waiting for anything; may be called at any time, also
    /// twice.</param>
    public async Task ServeAsync(IDuplexPipe transport, SmtpPeer peer, Action abort)
    {
        var connection = new SmtpConnection(this, transport, peer, abort);
        if (!connections.TryAdd(connection))
        {
            await using (connection)
                await refusals.TellAsync(transport, Answers.TooManyConnections.ToArray());
            return;
        }
        try
        {
            await using (connection)
                await connection.RunAsync();
        }
        finally
        {
            connections.Remove(connection);
        }
    }

    /// <summary>Sends 421 4.3.2 to every client, at once where none of its messages is under way, otherwise after the
    /// answer to that message. Completes when all are gone.</summary>
    /// <param name="limit">When cancelled, the hooks' tokens are cancelled and what is still open is cut off.</param>
    public async Task DrainAsync(CancellationToken limit)
    {
        isDraining = true;
        foreach (var connection in connections.All)
            connection.Wake();
        await using var cut = limit.UnsafeRegister(static server => ((SmtpServer)server!).CutOff(), this);
        await connections.WhenEmpty();
    }

    /// <summary>Stops the timer. Drain first.</summary>
    public void Dispose()
    {
        timer.Dispose();
        stopping.Dispose();
    }

    internal async ValueTask<SmtpAdmission> AdmitAsync(SmtpPeer peer)
    {
        try
        {
            return await Receiver.Connected(peer, Stopping);
        }
        catch (Exception fault)
        {
            LogFault(fault);
            return new SmtpAdmission.Refused(Reply.Of(421, "4.3.0", "Local error, try again later"));
        }
    }

    internal void LogFault(Exception fault) =>
        log.LogError(fault, "A fault in an SMTP session was answered with 451 or the session's end");

    internal void LogHandshake(SmtpPeer peer, Exception failure) =>
        log.LogInformation("TLS handshake with {Peer} failed: {Reason}", peer.Remote, failure.Message);

    private void CutOff()
    {
        stopping.Cancel();
        foreach (var connection in connections.All)
            connection.Abort();
    }

    private void Tick()
    {
        refusals.Tick();
        var now = Time.GetTimestamp();
        foreach (var connection in connections.All)
            connection.Tick(now);
    }
}
