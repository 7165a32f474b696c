using System.Net;
using System.Net.Sockets;
using System.Text;
using Actors.Testing;

namespace Actors.Silo.Tests.Inbound;

/// <summary>A client that says the lines of a transcript (<c>C: </c>) and expects the answers (<c>S: </c>, a final "*"
/// stands for any rest).</summary>
internal static class SmtpTalk
{
    /// <param name="cut">How the client's octets are cut into packets.</param>
    public static async Task Play(IPEndPoint server, string transcript, Cut cut = Cut.Whole)
    {
        using var limit = Patience.Limit();
        using var client = new TcpClient(server.AddressFamily) { NoDelay = true };
        await client.ConnectAsync(server, limit.Token);
        using var replies = new StreamReader(client.GetStream(), Encoding.UTF8, false, 1024, leaveOpen: true);
        var said = new StringBuilder();
        foreach (var line in transcript.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("C:", StringComparison.Ordinal))
            {
                said.Append(line.Length > 3 ? line[3..] : "").Append("\r\n");
                continue;
            }
            await Send(client.GetStream(), said.ToString(), cut, limit.Token);
            said.Clear();
            var answer = await replies.ReadLineAsync(limit.Token);
            if (line.EndsWith('*'))
                answer.ShouldNotBeNull().ShouldStartWith(line[3..^1]);
            else
                answer.ShouldBe(line[3..]);
        }
        await Send(client.GetStream(), said.ToString(), cut, limit.Token);
    }

    /// <summary>One mail, from greeting to the answer to its final dot.</summary>
    public static Task Send(
        IPEndPoint server, string from, string to, string mail, string answer, Cut cut = Cut.Whole) =>
        Play(
            server,
            $"""
            S: 220 *
            C: HELO mx.example.net
            S: 250 *
            C: MAIL FROM:<{from}>
            S: 250 *
            C: RCPT TO:<{to}>
            S: 250 *
            C: DATA
            S: 354 *
            {Said(mail)}
            C: .
            S: {answer}
            """,
            cut);

    /// <summary>The lines of a mail as a transcript has them.</summary>
    public static string Said(string mail) =>
        string.Join('\n', mail.TrimEnd().ReplaceLineEndings("\n").Split('\n').Select(line => "C: " + line));

    private static async Task Send(NetworkStream to, string text, Cut cut, CancellationToken cancellation)
    {
        IEnumerable<string> parts = cut switch
        {
            Cut.ByByte => text.Select(letter => letter.ToString()),
            Cut.ByLine => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line + "\n"),
            _ => [text],
        };
        foreach (var part in parts.Where(part => part.Length > 0))
            await to.WriteAsync(Encoding.UTF8.GetBytes(part), cancellation);
    }
}

/// <summary>What a packet holds.</summary>
public enum Cut
{
    Whole,
    ByLine,
    ByByte,
}
