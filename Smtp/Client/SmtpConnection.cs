using System.Runtime.CompilerServices;
using Actors.Smtp.Client.Dialogue;

namespace Actors.Smtp.Client;

/// <summary>
/// One open connection to one server, for any number of messages, one at a time. Not safe for several threads at once.
/// </summary>
public sealed class SmtpConnection : IDisposable
{
    private readonly SmtpWire wire;
    private readonly SmtpClientOptions options;
    private readonly TimeProvider time;
    private readonly long opened;
    private bool needsReset;

    private SmtpConnection(
        SmtpWire wire, SmtpEndpoint endpoint, SmtpClientOptions options, TimeProvider time, SmtpExtensions extensions)
    {
        this.wire = wire;
        this.options = options;
        this.time = time;
        opened = time.GetTimestamp();
        Endpoint = endpoint;
        Extensions = extensions;
    }

    public SmtpEndpoint Endpoint { get; }

    public SmtpExtensions Extensions { get; }

    /// <summary>Null when the connection is not protected.</summary>
    public TlsInfo? Tls => wire.Tls;

    /// <summary>Listens from now on; null listens to nothing and costs nothing.</summary>
    public ITranscript? Transcript
    {
        get => wire.Transcript;
        set => wire.Transcript = value;
    }

    /// <summary>Messages begun on this connection.</summary>
    public int Messages { get; private set; }

    /// <summary>Whether another message may be sent: nothing broke, neither count nor age is used up.</summary>
    public bool IsUsable => wire.Fault is null && Messages < options.MessagesPerConnectionMax
        && time.GetElapsedTime(opened) < options.ConnectionAgeMax;

    internal bool IsBroken => wire.Fault is not null;

    /// <summary>Connects, greets, protects and logs in as the endpoint says.</summary>
    /// <param name="transcript">Null listens to nothing and costs nothing.</param>
    /// <param name="cancellation">Stops the attempt, which then ends as a transient failure; nothing is thrown.</param>
    public static async ValueTask<OpenResult> Open(
        SmtpEndpoint endpoint,
        SmtpClientOptions options,
        TimeProvider time,
        ITranscript? transcript,
        CancellationToken cancellation) =>
        await Open(endpoint, endpoint, options, time, transcript, options.DialogueMax, cancellation);

    /// <param name="pooledAs">
    /// What the connection counts as: differs when TLS failed and the clear is the second try.
    /// </param>
    internal static async ValueTask<OpenResult> Open(
        SmtpEndpoint endpoint,
        SmtpEndpoint pooledAs,
        SmtpClientOptions options,
        TimeProvider time,
        ITranscript? transcript,
        TimeSpan atMost,
        CancellationToken cancellation)
    {
        var wire = new SmtpWire(endpoint, time, transcript);
        wire.Cap(atMost);
        await using var stop = cancellation.UnsafeRegister(Stop, wire);
        var opening = new Opening(wire, endpoint, options);
        if (await opening.Run() is not { } failure)
            return new OpenResult.Opened(new(wire, pooledAs, options, time, opening.Extensions));
        wire.Dispose();
        return failure;
    }

    /// <summary>Sends a message. Whatever happens is in the outcome; nothing is thrown for it.</summary>
    /// <param name="cancellation">
    /// Breaks the connection; what is decided by then stays, the rest is transient or uncertain.
    /// </param>
    public ValueTask<SendOutcome> Send(OutgoingMessage message, CancellationToken cancellation) =>
        Send(message, options.DialogueMax, cancellation);

    /// <summary>Says QUIT, waits a little for the farewell (RFC 5321 §4.1.1.10) and closes.</summary>
    public async ValueTask Quit()
    {
        if (wire.Fault is null)
        {
            wire.Cap(options.QuitTimeout);
            wire.Output.Add("QUIT\r\n"u8);
            await wire.Flush(options.QuitTimeout);
            await wire.ReadReply(options.QuitTimeout);
        }
        Dispose();
    }

    public void Dispose() => wire.Dispose();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<SendOutcome> Send(OutgoingMessage message, TimeSpan atMost, CancellationToken cancellation)
    {
        Messages++;
        wire.Cap(atMost);
        await using var stop = cancellation.UnsafeRegister(Stop, wire);
        try
        {
            var transaction = new Transaction(wire, Extensions, options, message, needsReset);
            var recipients = await transaction.Run();
            needsReset = transaction.NeedsReset;
            return new(recipients, Endpoint, wire.Tls);
        }
        catch
        {
            Dispose(); // a fault of ours, such as in making another form of the content
            throw;
        }
    }

    /// <summary>For a connection that was idle: whether the server has neither closed it nor spoken unasked.</summary>
    internal bool LooksAlive() => wire.LooksAlive();

    private static void Stop(object? wire) => ((SmtpWire)wire!).Abort(LocalReplies.Cancelled);
}
