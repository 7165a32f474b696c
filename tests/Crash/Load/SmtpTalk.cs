using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Actors.Crash.Load;

/// <summary>One SMTP connection, spoken as simply as can be: a command, its reply.</summary>
internal sealed class SmtpTalk : IDisposable
{
    private readonly TcpClient client;
    private readonly Stream stream;
    private readonly StreamReader replies;

    private SmtpTalk(TcpClient client, Stream stream)
    {
        (this.client, this.stream) = (client, stream);
        replies = new StreamReader(stream, Encoding.Latin1);
    }

    public static async Task<SmtpTalk> Connect(IPEndPoint server, bool tls)
    {
        var client = new TcpClient { NoDelay = true };
        try
        {
            await client.ConnectAsync(server);
            Stream stream = client.GetStream();
            if (tls)
            {
                // The certificate is self-signed, and made by the server under test.
                var secured = new SslStream(
                    stream, leaveInnerStreamOpen: false, static (_, certificate, _, _) => certificate is not null);
                await secured.AuthenticateAsClientAsync("localhost");
                stream = secured;
            }
            return new SmtpTalk(client, stream);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <returns>The reply to a line, or to the greeting for an empty one.</returns>
    public async Task<(int Code, string Text)> Say(string line)
    {
        if (line.Length > 0)
            await stream.WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"));
        while (true)
        {
            var reply = await replies.ReadLineAsync() ?? throw new IOException("the server closed the connection");
            if (reply.Length < 3)
                throw new IOException($"the server closed the connection in the midst of a reply: {reply}");
            if (reply.Length == 3 || reply[3] == ' ')
                return (int.Parse(reply.AsSpan(0, 3), CultureInfo.InvariantCulture), reply);
        }
    }

    public void Dispose()
    {
        replies.Dispose();
        client.Dispose();
    }
}
