using System.Net;
using System.Net.Sockets;
using System.Text;
using Actors.Crash.Journals;
using Actors.Crash.Load;
using Actors.Crash.Processes;

namespace Actors.Crash.Tests.Load;

/// <summary>A server that is killed while it answers.</summary>
public sealed class CutAnswerTests
{
    [Fact]
    public async Task who_gets_half_an_answer_over_http_knows_that_the_server_is_gone()
    {
        var (server, answering) = Server("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"data\":");
        using var api = new ServerApi(new Uri($"http://{server}/"), "key");

        await Should.ThrowAsync<HttpRequestException>(() => api.Events(0, 0));
        await answering;
    }

    [Fact]
    public async Task who_gets_half_a_reply_over_smtp_does_not_know()
    {
        var (server, answering) = Server("22");
        var submitter = new SmtpSubmitter(null);
        submitter.Meet(new Announcement(new Uri("http://127.0.0.1/"), server, server, server, null));

        var answers = await submitter.Submit([new Submission("cut", ["ok-cut-0@crash.test"], null, Large: false)]);

        answers.ShouldHaveSingleItem().ShouldBeOfType<Answer.Unknown>();
        await answering;
    }

    /// <summary>Answers the first who comes with so much, and closes.</summary>
    private static (IPEndPoint Server, Task Answering) Server(string half)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint, Answer(listener, half));
    }

    private static async Task Answer(TcpListener listener, string half)
    {
        using (listener)
        using (var client = await listener.AcceptTcpClientAsync())
        {
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(half));
            client.Client.Shutdown(SocketShutdown.Send);
            await stream.CopyToAsync(Stream.Null); // until the other side has closed, too
        }
    }
}
