using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Dkim.Keys;
using Actors.Mail.Authentication.Dkim.Signing;
using Actors.Mail.Messages;

namespace Actors.Benchmarks.Dkim;

/// <summary>Signs composed messages of 2 kB one after the other, no two of them the same.</summary>
internal sealed class SigningRun : IDisposable
{
    private const int Octets = 2048;
    private const int Variants = 64;

    private readonly PrivateKey key = PrivateKey.Generate();
    private readonly byte[][] messages = [.. Enumerable.Range(0, Variants).Select(Message)];
    private readonly DkimSigner[] signers;
    private readonly ArrayBufferWriter<byte> output = new(4096);

    public SigningRun() =>
        signers = [new DkimSigner(DomainName.Parse("example.com"), Selector.Parse("bench"), key)];

    public (double PerSecond, long BytesEach) Measure(TimeSpan limit) => Run(limit, signers);

    /// <summary>What is not RSA: canonical forms and their hashes, without a signer.</summary>
    public void MeasureForms(TimeSpan limit)
    {
        Run(limit, []);
        var (rate, _) = Run(limit, []);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"of a message's time, canonicalising and hashing the body take {1e6 / rate:F1} us"));
    }

    public void Dispose() => key.Dispose();

    /// <summary>Counts by the second of CPU time, all of the process', as openssl does: what else the machine does
    /// matters little then.</summary>
    private (double PerSecond, long BytesEach) Run(TimeSpan limit, DkimSigner[] with)
    {
        var (count, clock, cpu) = (0, Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        while (clock.Elapsed < limit)
        {
            output.ResetWrittenCount();
            if (!DkimSigning.TrySign(messages[count++ % Variants], with, DateTimeOffset.UnixEpoch, output))
                throw new InvalidOperationException("a message was not signed");
        }

        cpu = Environment.CpuUsage.TotalTime - cpu;
        return (count / cpu.TotalSeconds, (GC.GetAllocatedBytesForCurrentThread() - allocated) / count);
    }

    private static byte[] Message(int number)
    {
        var text = new StringBuilder();
        while (text.Length < Octets)
            text.Append(CultureInfo.InvariantCulture, $"Your order {number} has left our house and is on its way.\n");
        var draft = new MessageDraft
        {
            From = Mailbox.Parse("Shop <shop@example.com>"),
            To = [Mailbox.Parse("reader@example.net")],
            Subject = HeaderValue.Parse("Your order is on its way"),
            Text = text.ToString(0, Octets - 1) + "\n",
            Date = DateTimeOffset.UnixEpoch,
            MessageId = MessageId.Parse($"{number}@example.com"),
            BoundarySeed = "seed",
        };
        var written = new ArrayBufferWriter<byte>();
        MessageComposer.Write(draft, written);
        return written.WrittenSpan.ToArray();
    }
}
