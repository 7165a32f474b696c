using System.Buffers;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Actors.Mail.Wire;

namespace Actors.Smtp.Tests.Client;

/// <summary>One connection to the <see cref="FakeServer"/>.</summary>
internal sealed class FakeSession(FakeServer server, Socket socket, CancellationToken stop) : IAsyncDisposable
{
    private readonly byte[] buffer = new byte[256 * 1024];
    private Stream stream = new NetworkStream(socket);
    private int start;
    private int end;

    public async Task Run()
    {
        if (server.ImplicitTls)
            await Protect();
        if (!await Say("GREETING", "220 fake.test ESMTP"))
            return;
        while (await ReadLine() is { } line)
        {
            if (!await Say(line, Usual(line)) || line.StartsWith("QUIT", StringComparison.Ordinal))
                return;
        }
    }

    public async ValueTask DisposeAsync() => await stream.DisposeAsync();

    private string Usual(string line) => line.Split(' ')[0] switch
    {
        "EHLO" => string.Join("\r\n", server.Extensions.Prepend("fake.test").Select(
            (text, i) => (i == server.Extensions.Count ? "250 " : "250-") + text)),
        "HELO" or "RSET" => "250 2.0.0 Ok",
        "STARTTLS" => "220 2.0.0 Go ahead",
        "AUTH" => "235 2.7.0 Welcome",
        "MAIL" => "250 2.1.0 Ok",
        "RCPT" => "250 2.1.5 Ok",
        "DATA" => "354 Go ahead",
        "." => "250 2.0.0 Ok: queued as " + server.Contents.Count,
        "QUIT" => "221 2.0.0 Bye",
        _ => "500 5.5.1 What?",
    };

    private async Task<bool> Say(string command, string usual)
    {
        server.Commands.Enqueue(command);
        var answer = server.Answer(command) ?? usual;
        if (answer == FakeServer.Drop)
            return false;
        if (answer == FakeServer.Stall)
        {
            await Write(FakeServer.StallLine + "\r\n");
            while (await Fill())
                start = end; // until the client goes
            return false;
        }
        await Write(answer + "\r\n");
        if (command == "STARTTLS" && answer.StartsWith("220", StringComparison.Ordinal))
            await Protect();
        return command != "DATA" || !answer.StartsWith("354", StringComparison.Ordinal) || await ReadContent();
    }

    private async Task<bool> ReadContent()
    {
        var unstuffer = new DotUnstuffer(long.MaxValue);
        var content = new ArrayBufferWriter<byte>();
        while (!unstuffer.IsComplete)
        {
            if (start == end && !await Fill())
                return false;
            start += unstuffer.Read(buffer.AsSpan(start, end - start), content);
            if (server.Interrupts is { } interruption && content.WrittenCount >= interruption.AfterOctets)
                return await Interrupt(interruption);
        }
        unstuffer.Violation.ShouldBe(DataViolation.None);
        server.Contents.Enqueue(content.WrittenSpan.ToArray());
        return await Say(".", Usual("."));
    }

    private async Task<bool> Interrupt(Interruption interruption)
    {
        if (interruption.Reply.Length > 0)
            await Write(interruption.Reply + "\r\n");
        if (interruption.Then == Afterwards.Stall)
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
        while (interruption.Then == Afterwards.Swallow && await Fill())
            start = end;
        return false;
    }

    private async Task<string?> ReadLine()
    {
        int length;
        while ((length = buffer.AsSpan(start, end - start).IndexOf("\r\n"u8)) < 0)
        {
            if (!await Fill())
                return null;
        }
        var line = Encoding.UTF8.GetString(buffer, start, length);
        start += length + 2;
        return line;
    }

    private async Task<bool> Fill()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        var read = await stream.ReadAsync(buffer.AsMemory(end), stop);
        server.Reads.Enqueue(read);
        end += read;
        return read > 0;
    }

    private async Task Write(string text)
    {
        var octets = Encoding.UTF8.GetBytes(text);
        var at = 0;
        while (at < octets.Length)
        {
            var lineEnd = octets.AsSpan(at).IndexOf((byte)'\n') + 1;
            var length = server.Cut switch
            {
                ReplyCut.ByByte => 1,
                ReplyCut.ByLine when lineEnd > 0 => lineEnd,
                _ => octets.Length - at,
            };
            await stream.WriteAsync(octets.AsMemory(at, length), stop);
            at += length;
        }
    }

    private async Task Protect()
    {
        var tls = new SslStream(stream);
        stream = tls;
        var options = new SslServerAuthenticationOptions { ServerCertificate = server.Certificate };
        await tls.AuthenticateAsServerAsync(options, stop);
    }
}
