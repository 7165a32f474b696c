using System.Buffers;
using System.Collections.Concurrent;
using Actors.Crash.Sinks;
using Actors.Mail.Addresses;
using Actors.Mail.Replies;
using Actors.Silo.Hosting;
using Actors.Smtp.Server;

namespace Actors.Crash.Contacts;

/// <summary>The server of all readers, which outlives the one under test: it takes everything.</summary>
public sealed class Letterbox : ISmtpReceiver, IAsyncDisposable
{
    private static readonly Reply Ok = Reply.Of(250, "2.0.0", "Taken");

    private readonly ConcurrentQueue<Letter> letters = new();
    private readonly ConcurrentQueue<Letter> unread = new();
    private readonly ConcurrentDictionary<string, long> readers = new();
    private SmtpListener listener = null!; // from the start

    public int Port { get; private set; }

    /// <summary>All that came, copies of one message among them.</summary>
    public IReadOnlyCollection<Letter> Letters => letters;

    public int Readers => readers.Count;

    public static async Task<Letterbox> Start()
    {
        var box = new Letterbox();
        (box.listener, box.Port) = await Sink.Listen(box);
        return box;
    }

    public bool Has(string reader) => readers.ContainsKey(reader);

    /// <returns>When the last letter to this reader came, as <see cref="TimeProvider.GetTimestamp"/> has it; 0 for
    /// none.</returns>
    public long LastTo(string reader) => readers.GetValueOrDefault(reader);

    /// <summary>The next letter that nobody has read yet.</summary>
    public bool TryRead(out Letter? letter) => unread.TryDequeue(out letter);

    public ValueTask<SmtpAdmission> Connected(SmtpPeer peer, CancellationToken cancellation) =>
        new(new SmtpAdmission.Welcome(IsTrusted: true, null));

    public ValueTask<SmtpAuthentication> Authenticate(
        string login, string password, SmtpSession session, CancellationToken cancellation) =>
        new(SmtpAuthentication.WrongCredentials);

    public ValueTask<Reply?> Sender(SmtpEnvelope envelope, CancellationToken cancellation) => default;

    public ValueTask<Reply?> Recipient(
        ForwardPath recipient, SmtpEnvelope envelope, CancellationToken cancellation) => default;

    public ValueTask<Reply> Message(
        SmtpEnvelope envelope, ReadOnlySequence<byte> content, CancellationToken cancellation)
    {
        var bytes = content.ToArray();
        foreach (var recipient in envelope.Recipients)
        {
            var letter = Letter.Read(
                recipient.Address.ToString(), envelope.Sender.ToString().Trim('<', '>'), bytes);
            letters.Enqueue(letter);
            unread.Enqueue(letter);
            readers[letter.Recipient] = TimeProvider.System.GetTimestamp();
        }
        return new(Ok);
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1), TimeProvider.System);
        await listener.Drain(limit.Token);
        await listener.DisposeAsync();
    }
}
