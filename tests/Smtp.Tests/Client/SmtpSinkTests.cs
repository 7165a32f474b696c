using System.Net;
using System.Text;
using Actors.Smtp.Client;
using Actors.Testing;

namespace Actors.Smtp.Tests.Client;

/// <summary>An independent receiver as the other side, with and without what it can offer.</summary>
public sealed class SmtpSinkTests
{
    [RequiresProgramFact("smtp-sink")]
    public async Task messages_arrive_whatever_smtp_sink_offers()
    {
        foreach (var switches in new string[][] { [], ["-p"], ["-8"], ["-e"], ["-N"] })
        {
            await using var sink = await Sink([.. switches, "-D", "dump"]);
            await SendTwo(sink.EndPoint);
            var arrived = await File.ReadAllTextAsync(Path.Combine(sink.Folder.FullName, "dump"));
            arrived.Split("\n.first\n..second\nend\n").Length.ShouldBe(3, string.Join(' ', switches));
        }
    }

    [RequiresProgramFact("smtp-sink")]
    public async Task what_smtp_sink_refuses_is_told_with_its_stage()
    {
        foreach (var (switches, told) in new[]
        {
            (new[] { "-f", "RCPT", "-B", "550 5.1.1 No such user" }, "550 5.1.1 RcptTo"),
            (["-r", "DATA", "-b", "452 4.3.1 Full"], "452 4.3.1 Data"),
            (["-r", ".", "-b", "451 4.7.1 Later"], "451 4.7.1 FinalDot"),
            (["-Q", "MAIL"], "421 4.0.0 MailFrom"),
            (["-q", "RCPT"], "451 4.4.2 RcptTo"),
        })
        {
            await using var sink = await Sink(switches);
            using var connection = await Given.Open(Endpoint(sink.EndPoint));
            var outcome = await connection.Send(Given.Message(), CancellationToken.None);
            outcome.Lines().ShouldBe([told]);
        }
    }

    private static Task<ForeignProgram> Sink(string[] switches)
    {
        string[] user = Environment.IsPrivilegedProcess ? ["-u", "nobody"] : []; // it insists on dropping root
        return ForeignProgram.Start("smtp-sink", (at, folder) =>
        [
            .. user, .. switches.Select(each => each == "dump" ? Path.Combine(folder, each) : each),
            at.ToString(), "100",
        ]);
    }

    private static async Task SendTwo(IPEndPoint sink)
    {
        using var connection = await Given.Open(Endpoint(sink));
        var message = Given.MessageOf(Encoding.UTF8.GetBytes("Subject: hello\r\n\r\n.first\r\n..second\r\nend\r\n"));
        for (var i = 0; i < 2; i++)
            (await connection.Send(message, CancellationToken.None)).Recipients[0].Reply.Code.ShouldBe(250);
        await connection.Quit();
    }

    private static SmtpEndpoint Endpoint(IPEndPoint sink) =>
        new("localhost", sink.Address, Given.HelloName) { Port = sink.Port, Tls = TlsPolicy.None };
}
