using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Actors.Interop.Tests.Lab;

/// <summary>A client of the silo that says exactly what a test wants: STARTTLS and AUTH are behind it.</summary>
internal sealed class SubmissionSession : IAsyncDisposable
{
    private readonly SslStream tls;
    private readonly StreamReader replies;

    private SubmissionSession(SslStream tls)
    {
        this.tls = tls;
        replies = new(tls);
    }

    public static Task<SubmissionSession> Open(InteropLab lab) =>
        Open(lab.Network, lab.Silo.Submission, lab.Silo.Login);

    /// <param name="network">That the silo is in; null for this machine's own.</param>
    public static async Task<SubmissionSession> Open(
        NetworkNamespace? network, IPEndPoint server, (string User, string Password) login)
    {
        var socket = NetworkNamespace.SocketIn(network);
        await socket.ConnectAsync(server);
        var stream = new NetworkStream(socket, ownsSocket: true);
        var clear = new StreamReader(stream);
        await Reply(clear);
        await stream.WriteAsync("EHLO client.example\r\n"u8.ToArray());
        await Reply(clear);
        await stream.WriteAsync("STARTTLS\r\n"u8.ToArray());
        (await Reply(clear)).ShouldStartWith("220");
        var tls = new SslStream(
            stream, leaveInnerStreamOpen: false,
            (_, certificate, _, _) => certificate?.Subject == $"CN={SiloProgram.HostName}"); // it vouches for itself
        await tls.AuthenticateAsClientAsync(SiloProgram.HostName);
        var session = new SubmissionSession(tls);
        var (user, password) = login;
        await session.Say("EHLO client.example", "250");
        await session.Say(
            "AUTH PLAIN " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{user}\0{password}")), "235");
        return session;
    }

    public async Task Say(string command, string expected)
    {
        await tls.WriteAsync(Encoding.UTF8.GetBytes(command + "\r\n"));
        (await Reply(replies)).ShouldStartWith(expected, customMessage: command);
    }

    /// <summary>DATA, the text as it is, and the final dot.</summary>
    public async Task Send(string text, string expected)
    {
        await Say("DATA", "354");
        await Say(text + ".", expected);
    }

    /// <summary>DATA and the octets, and whatever the server says until it hangs up.</summary>
    public async Task<string> SendRaw(string text)
    {
        await Say("DATA", "354");
        await tls.WriteAsync(Encoding.UTF8.GetBytes(text));
        return await replies.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        replies.Dispose();
        await tls.DisposeAsync();
    }

    private static async Task<string> Reply(StreamReader from)
    {
        var said = new StringBuilder();
        while (await from.ReadLineAsync() is { } line)
        {
            said.Append(line).Append('\n');
            if (line.Length < 4 || line[3] != '-')
                break;
        }
        return said.ToString();
    }
}
