using Actors.Dns;
using Actors.Smtp.Client;
using Actors.Testing;

namespace Actors.Smtp.Tests.Client;

/// <summary>What support gets to see of a dialogue.</summary>
public sealed class TranscriptTests : IAsyncDisposable
{
    private readonly FakeServer server = new()
    {
        Extensions = ["STARTTLS", "AUTH PLAIN LOGIN"],
        Certificate = TestCertificate.For("localhost"),
    };

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("AUTH PLAIN")]
    [InlineData("AUTH LOGIN")]
    public async Task a_password_is_shown_in_no_form_even_when_the_server_repeats_it(string mechanism)
    {
        server.Extensions = ["STARTTLS", mechanism];
        server.Answer = line => line switch
        {
            "AUTH LOGIN" => "334 VXNlcm5hbWU6",
            "dXNlcg==" => "334 UGFzc3dvcmQ6",
            _ when line.StartsWith("AUTH PLAIN ", StringComparison.Ordinal) || line == "c2VjcmV0" =>
                "535-5.7.8 user with secret\r\n535 5.7.8 sent AHVzZXIAc2VjcmV0 or c2VjcmV0",
            _ => null,
        };
        var transcript = new Transcript(new ManualTime());
        var failed = await Given.Fail(
            server.Endpoint(TlsPolicy.Required) with
            {
                Credentials = new("user", "secret") { Needs = LoginNeeds.Tls },
            },
            transcript: transcript);
        failed.Stage.ShouldBe(SendStage.Auth);
        failed.Reply.Text.ShouldBe("The server refused the login: 535 5.7.8 user with (login data)\n"
            + "sent (login data) or (login data)");
        var text = transcript.ToString();
        text.ShouldContain("S: 535 5.7.8 sent (login data) or (login data)");
        text.ShouldNotContain("secret");
        text.ShouldNotContain("c2VjcmV0");
    }

    [Fact]
    public async Task lines_have_their_time_and_server_and_control_characters_are_shown_as_such()
    {
        var time = new ManualTime();
        server.Extensions = [];
        server.Answer = line => line == "DATA" ? "550 5.7.1 \u001b[2Jgone" : null;
        var transcript = new Transcript(time);
        time.Advance(TimeSpan.FromMilliseconds(1500));
        using var connection = await Given.Open(server.Endpoint(), transcript: transcript);
        await connection.Send(Given.Message(), default);
        transcript.ToString().Split('\n')[^2..].ShouldBe(
        [
            $"1.500 localhost[127.0.0.1]:{server.Port} C: DATA",
            $"1.500 localhost[127.0.0.1]:{server.Port} S: 550 5.7.1 \\x1b[2Jgone",
        ]);
    }

    [Fact]
    public void the_first_and_the_last_lines_are_kept_and_long_ones_are_cut()
    {
        var transcript = new Transcript(new ManualTime(), linesMax: 4);
        for (var i = 0; i < 10; i++)
            transcript.Sent(server.Endpoint(), i == 9 ? new string('x', 10_000) : $"line {i}");
        var lines = transcript.ToString().Split('\n');
        lines.Select(line => line.Split("C: ")[^1]).ShouldBe(
            ["line 0", "line 1", "(6 lines left out)", "line 8", new string('x', 512) + "…"]);
    }

    [Fact]
    public async Task an_attempt_over_a_kept_connection_has_its_own_transcript()
    {
        server.Extensions = [];
        var options = new SmtpClientOptions();
        var time = new ManualTime();
        await using var pool = new ConnectionPool(options, time);
        var guard = new AddressGuard([System.Net.IPNetwork.Parse("127.0.0.0/8")]);
        var delivery = new SmtpDelivery(options, pool, guard, time);
        var (first, second) = (new Transcript(time), new Transcript(time));
        await delivery.Send(server.Route(), Given.Message("a@fake.test"), default, first);
        await delivery.Send(server.Route(), Given.Message("b@fake.test"), default, second);
        server.Connections.ShouldBe(1);
        first.ToString().ShouldContain("<a@fake.test>");
        first.ToString().ShouldNotContain("<b@fake.test>");
        second.ToString().ShouldContain("<b@fake.test>");
        second.ToString().ShouldNotContain("EHLO");
    }
}
