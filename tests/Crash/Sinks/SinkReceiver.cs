using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Actors.Crash.Journals;
using Actors.Mail.Addresses;
using Actors.Mail.Replies;
using Actors.Smtp.Server;

namespace Actors.Crash.Sinks;

/// <summary>Writes down every copy, and only then answers: a server that dies in between has to send it
/// again.</summary>
internal sealed class SinkReceiver(int seed) : ISmtpReceiver
{
    /// <summary>Between the copy and its 250, so that kills meet dialogues there.</summary>
    private const int AnswerAfterMillisecondsMax = 20;

    private static readonly Reply Later = Reply.Of(451, "4.7.1", "Not yet");
    private static readonly Reply Never = Reply.Of(550, "5.1.1", "No such user");
    private static readonly Reply Ok = Reply.Of(250, "2.0.0", "Taken");

    private readonly ConcurrentQueue<Copy> copies = new();
    private readonly ConcurrentDictionary<string, bool> seen = new();
    private readonly ConcurrentDictionary<string, bool> deferred = new();
    private readonly Random random = new(seed);
    private TaskCompletionSource arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyCollection<Copy> Copies => copies;

    /// <summary>Recipients that got at least one copy.</summary>
    public int Recipients => seen.Count;

    /// <summary>Completes with the next copy.</summary>
    public Task Arrival => Volatile.Read(ref arrival).Task;

    public ValueTask<SmtpAdmission> Connected(SmtpPeer peer, CancellationToken cancellation) =>
        new(new SmtpAdmission.Welcome(IsTrusted: true, null));

    public ValueTask<SmtpAuthentication> Authenticate(
        string login, string password, SmtpSession session, CancellationToken cancellation) =>
        new(SmtpAuthentication.WrongCredentials);

    public ValueTask<Reply?> Sender(SmtpEnvelope envelope, CancellationToken cancellation) => default;

    public ValueTask<Reply?> Recipient(
        ForwardPath recipient, SmtpEnvelope envelope, CancellationToken cancellation) =>
        new(Fates.Of(recipient.Address.LocalPart) switch
        {
            Fate.Refused => Never,
            Fate.TakenLater when deferred.TryAdd(recipient.Address.ToString(), true) => Later,
            _ => null,
        });

    public async ValueTask<Reply> Message(
        SmtpEnvelope envelope, ReadOnlySequence<byte> content, CancellationToken cancellation)
    {
        var bytes = content.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        foreach (var recipient in envelope.Recipients)
        {
            var address = recipient.Address.ToString();
            copies.Enqueue(new Copy(address, Mark(bytes), envelope.Session.HeloName!, hash));
            seen.TryAdd(address, true);
        }
        Interlocked.Exchange(ref arrival, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        await Task.Delay(Pause(), TimeProvider.System, cancellation);
        return Ok;
    }

    private TimeSpan Pause()
    {
        lock (random)
            return TimeSpan.FromMilliseconds(random.Next(AnswerAfterMillisecondsMax));
    }

    private static string Mark(ReadOnlySpan<byte> content)
    {
        var field = Encoding.ASCII.GetBytes($"\r\n{Submission.Header}: ");
        var start = content.IndexOf(field);
        if (start < 0)
            return "";
        var value = content[(start + field.Length)..];
        return Encoding.ASCII.GetString(value[..value.IndexOf((byte)'\r')]);
    }
}
