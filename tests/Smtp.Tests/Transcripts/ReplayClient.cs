using System.Buffers;
using System.IO.Pipelines;
using System.Net.Security;
using System.Text;
using Actors.Smtp.Tls;
using Actors.Testing;

namespace Actors.Smtp.Tests.Transcripts;

/// <summary>Plays the client's part of a transcript and checks the server's.</summary>
public sealed class ReplayClient
{
    private readonly IDuplexPipe transport;
    private readonly Delivery delivery;
    private IDuplexPipe pipe;

    public ReplayClient(IDuplexPipe transport, Delivery delivery)
    {
        this.transport = pipe = transport;
        this.delivery = delivery;
    }

    public async Task PlayAsync(string transcript)
    {
        foreach (var turn in Transcript.Parse(transcript))
            await PlayAsync(turn).Soon();
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        var step = delivery == Delivery.ByByte ? 1 : Math.Max(1, bytes.Length);
        for (var at = 0; at < bytes.Length; at += step)
            if ((await pipe.Output.WriteAsync(bytes.Slice(at, step))).IsCompleted)
                return;   // the server has hung up and says why in what it sent before
    }

    public async Task<string> ReadLineAsync()
    {
        while (true)
        {
            var result = await pipe.Input.ReadAsync().Soon();
            if (result.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = result.Buffer.Slice(0, result.Buffer.GetPosition(1, end));
                var text = Encoding.UTF8.GetString(line);
                pipe.Input.AdvanceTo(line.End);
                text.ShouldEndWith("\r\n");
                return text[..^2];
            }
            if (result.IsCompleted)
                return $"<end>{Encoding.UTF8.GetString(result.Buffer)}";
            pipe.Input.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    /// <summary>Hangs up and returns what the server said until it did the same.</summary>
    public async Task<string> EndAsync()
    {
        await pipe.Output.CompleteAsync();
        await transport.Output.CompleteAsync();
        var said = new StringBuilder();
        while (true)
        {
            var result = await pipe.Input.ReadAsync().Soon();
            said.Append(Encoding.UTF8.GetString(result.Buffer));
            pipe.Input.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted)
                return said.ToString();
        }
    }

    private async Task PlayAsync(Turn turn)
    {
        switch (turn)
        {
            case Turn.Send { Lines: var lines }:
                foreach (var part in delivery == Delivery.Whole ? [lines.SelectMany(line => line).ToArray()] : lines)
                    await SendAsync(part);
                break;
            case Turn.Expect { Line: var expected }:
                var line = await ReadLineAsync();
                if (expected.EndsWith('*'))
                    line.ShouldStartWith(expected[..^1]);
                else
                    line.ShouldBe(expected);
                break;
            case Turn.BeginTls:
                pipe = await BeginTlsAsync();
                break;
            case Turn.HangUp:
                await pipe.Output.CompleteAsync();
                await transport.Output.CompleteAsync();
                break;
            case Turn.ExpectEnd:
                (await EndAsync()).ShouldBe("");
                break;
        }
    }

    private async Task<IDuplexPipe> BeginTlsAsync()
    {
        var stream = new SslStream(new DuplexPipeStream(transport));
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = TestCertificate.HostName,
            RemoteCertificateValidationCallback = (_, certificate, _, _) => TestCertificate.IsIt(certificate),
        });
        return new TlsPipe(stream);
    }
}
