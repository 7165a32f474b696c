using System.Net;
using Actors.Dns;
using Actors.Dns.MailExchange;
using Actors.Smtp.Client;
using Actors.Testing;

namespace Actors.Smtp.Tests.Client;

public sealed class DeliveryTests : IAsyncLifetime
{
    private static readonly AddressGuard Loopback = new([IPNetwork.Parse("127.0.0.0/8")]);
    private readonly ManualTime time = new();
    private readonly FakeServer server = new();
    private SmtpClientOptions options = new() { MessagesPerConnectionMax = 3, IdlePerEndpointMax = 2 };
    private ConnectionPool? pool;

    private ConnectionPool Pool => pool ??= new(options, time);

    private SmtpDelivery Delivery => new(options, Pool, Loopback, time);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await Pool.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task a_connection_is_used_again_until_its_messages_are_used_up()
    {
        for (var i = 0; i < 7; i++)
            (await Send()).Lines().ShouldBe(["250 2.0.0 FinalDot"]);
        server.Connections.ShouldBe(3);
        Pool.IdleCount.ShouldBe(1);
    }

    [Fact]
    public async Task an_idle_connection_is_closed_with_a_quit_when_its_time_is_up()
    {
        await Send();
        time.Advance(TimeSpan.FromSeconds(9));
        Pool.IdleCount.ShouldBe(1);
        time.Advance(TimeSpan.FromSeconds(1));
        Pool.IdleCount.ShouldBe(0);
        await server.Ends.Reader.ReadAsync().Soon();
        server.Commands.Last().ShouldBe("QUIT");
    }

    [Fact]
    public async Task a_connection_is_used_again_until_it_is_too_old()
    {
        options = options with { MessagesPerConnectionMax = 1_000 };
        for (var i = 0; i < 60; i++) // 300 s, five at a time
        {
            await Send();
            time.Advance(TimeSpan.FromSeconds(5));
        }
        server.Connections.ShouldBe(1);
        await Send();
        server.Connections.ShouldBe(2);
    }

    [Fact]
    public async Task each_idle_connection_has_its_own_time()
    {
        var two = await TwoConnections();
        Pool.Give(two[0]);
        time.Advance(TimeSpan.FromSeconds(6));
        Pool.Give(two[1]);
        time.Advance(TimeSpan.FromSeconds(6));
        Pool.IdleCount.ShouldBe(1);
        time.Advance(TimeSpan.FromSeconds(4));
        Pool.IdleCount.ShouldBe(0);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    public async Task the_sweep_bears_that_time_passes_while_it_looks(int apart)
    {
        var two = await TwoConnections();
        pool = new ConnectionPool(options, new PassingTime(time, TimeSpan.FromMilliseconds(3)));
        pool.Give(two[0]);
        time.Advance(TimeSpan.FromMilliseconds(apart));
        pool.Give(two[1]);
        time.Advance(TimeSpan.FromSeconds(11));
        pool.IdleCount.ShouldBe(0);
    }

    [Fact]
    public async Task no_more_connections_are_kept_than_allowed()
    {
        options = options with { IdlePerEndpointMax = 1 };
        var two = await TwoConnections();
        Pool.Give(two[0]);
        Pool.Give(two[1]);
        Pool.IdleCount.ShouldBe(1);
        await server.Ends.Reader.ReadAsync().Soon();
        server.Commands.Count(c => c == "QUIT").ShouldBe(1);
    }

    [Fact]
    public async Task no_more_connections_are_kept_in_all_than_allowed()
    {
        options = options with { IdleTotalMax = 1 };
        await using var other = new FakeServer();
        await Send();
        (await Send(other.Route())).Lines().ShouldBe(["250 2.0.0 FinalDot"]);
        Pool.IdleCount.ShouldBe(1);
    }

    [Fact]
    public async Task connections_stand_in_only_for_their_own_endpoint()
    {
        await Send();
        var endpoint = server.Route().Endpoint(server.Route().Hosts[0], IPAddress.Loopback);
        Pool.TryTake(endpoint with { Tls = TlsPolicy.Required }).ShouldBeNull();
        Pool.TryTake(endpoint with { Credentials = new("user", "secret") }).ShouldBeNull();
        Pool.TryTake(endpoint with { Source = IPAddress.Parse("127.0.0.2") }).ShouldBeNull();
        Pool.TryTake(endpoint with { Host = "other.test" }).ShouldBeNull();
        using var same = Pool.TryTake(endpoint);
        same.ShouldNotBeNull();
    }

    [Fact]
    public async Task a_connection_that_the_server_closed_is_not_used_again()
    {
        var connection = (await TwoConnections())[0];
        Pool.Give(connection);
        var endpoint = connection.Endpoint;
        await server.DisposeAsync(); // closes it, which may be on its way for a moment
        await Task.Run(() =>
        {
            while (Pool.TryTake(endpoint) is { } open)
                Pool.Give(open);
        }).Soon();
        Pool.IdleCount.ShouldBe(0);
    }

    [Fact]
    public async Task a_message_whose_other_form_cannot_be_made_leaves_no_connection_open()
    {
        server.Extensions = [];
        var plain = Given.MessageOf("Subject: x\r\n\r\nGrüße\r\n"u8.ToArray());
        var broken = new OutgoingMessage(plain.From, plain.Recipients, plain.Content)
        {
            Fallback = _ => throw new InvalidOperationException("a fault of ours"),
        };
        await Should.ThrowAsync<InvalidOperationException>(
            async () => await Delivery.Send(server.Route(), broken, CancellationToken.None));
        await server.Ends.Reader.ReadAsync().Soon();
        Pool.IdleCount.ShouldBe(0);
        server.Commands.ShouldNotContain(line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("421 4.7.0 Enough for one connection")]
    [InlineData(FakeServer.Drop)]
    public async Task an_idle_connection_given_up_at_mail_is_followed_by_a_fresh_one(string answer)
    {
        var mails = 0;
        server.Answer = line => line.StartsWith("MAIL", StringComparison.Ordinal) && ++mails == 2 ? answer : null;
        await Send();
        (await Send()).Lines().ShouldBe(["250 2.0.0 FinalDot"]);
        server.Connections.ShouldBe(2);
    }

    [Fact]
    public async Task a_connection_in_doubt_is_never_kept()
    {
        foreach (var (at, answer) in new[]
        {
            ("MAIL", "421 4.3.2 Bye"), (".", "421 4.3.2 Bye"), (".", FakeServer.Drop), ("RCPT", "nonsense"),
        })
        {
            server.Answer = line => line.StartsWith(at, StringComparison.Ordinal) ? answer : null;
            await Send();
            Pool.IdleCount.ShouldBe(0);
        }
    }

    [Fact]
    public async Task a_refused_message_leaves_its_connection_to_the_next()
    {
        server.Answer = line => line.StartsWith("RCPT", StringComparison.Ordinal) ? "550 5.1.1 No" : null;
        await Send();
        server.Answer = _ => null;
        (await Send()).Lines().ShouldBe(["250 2.0.0 FinalDot"]);
        server.Connections.ShouldBe(1);
    }

    [Theory]
    [InlineData("GREETING", "554 5.7.1 No")]
    [InlineData("GREETING", "421 4.3.2 Busy")]
    [InlineData("GREETING", FakeServer.Drop)]
    [InlineData("EHLO", "451 4.3.0 Later")]
    public async Task a_host_that_cannot_be_talked_to_is_followed_by_the_next(string at, string answer)
    {
        // Both hosts are this server; the first connection is refused.
        server.Answer = line =>
            line.StartsWith(at, StringComparison.Ordinal) && server.Connections == 1 ? answer : null;
        var outcome = await Delivery.Send(TwoHosts(), Given.Message(), CancellationToken.None);
        outcome.Lines().ShouldBe(["250 2.0.0 FinalDot"]);
        outcome.Endpoint.ShouldNotBeNull().Host.ShouldBe("second.test");
    }

    [Fact]
    public async Task once_mail_was_sent_no_other_host_is_tried()
    {
        server.Answer = line => line.StartsWith("MAIL", StringComparison.Ordinal) ? "451 4.7.1 Later" : null;
        var outcome = await Delivery.Send(TwoHosts(), Given.Message(), CancellationToken.None);
        outcome.Lines().ShouldBe(["451 4.7.1 MailFrom"]);
        server.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task a_transient_refusal_is_remembered_rather_than_a_permanent_one()
    {
        server.Answer = line => line != "GREETING" ? null
            : server.Connections == 1 ? "421 4.3.2 Busy" : "554 5.7.1 No";
        var message = Given.Message("a@fake.test", "b@fake.test");
        var outcome = await Delivery.Send(TwoHosts(), message, CancellationToken.None);
        outcome.Lines().ShouldBe(["421 4.3.2 Greeting", "421 4.3.2 Greeting"]);
        outcome.Endpoint.ShouldNotBeNull().Host.ShouldBe("first.test");
    }

    [Fact]
    public async Task all_hosts_refusing_for_good_is_permanent()
    {
        server.Answer = line => line == "GREETING" ? "554 5.7.1 No" : null;
        (await Send(TwoHosts())).Lines().ShouldBe(["554 5.7.1 Greeting"]);
        server.Connections.ShouldBe(2);
    }

    [Fact]
    public async Task a_wrong_login_is_not_taken_to_other_hosts()
    {
        server.Extensions = ["AUTH PLAIN"];
        server.Answer = line => line.StartsWith("AUTH", StringComparison.Ordinal) ? "535 5.7.8 Wrong" : null;
        (await Send(TwoHosts() with { Credentials = InTheClear })).Lines().ShouldBe(["451 4.7.8 Auth"]);
        server.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task a_wrong_login_is_told_whatever_hosts_before_it_said()
    {
        server.Extensions = ["AUTH PLAIN"];
        server.Answer = line => line.StartsWith("AUTH", StringComparison.Ordinal) ? "535 5.7.8 Wrong"
            : line == "GREETING" && server.Connections == 1 ? "421 4.3.2 Busy"
            : null;
        var outcome = await Send(TwoHosts() with { Credentials = InTheClear });
        outcome.Lines().ShouldBe(["451 4.7.8 Auth"]);
        outcome.Endpoint.ShouldNotBeNull().Host.ShouldBe("second.test");
    }

    [Fact]
    public async Task that_none_may_be_connected_to_is_not_for_good_while_others_are_unknown()
    {
        var strict = new SmtpDelivery(options, Pool, AddressGuard.Strict, time);
        var route = server.Route() with { IsPartial = true };
        (await strict.Send(route, Given.Message(), CancellationToken.None)).Lines().ShouldBe(["451 4.4.3 Connect"]);
        server.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task addresses_that_may_not_be_connected_to_are_left_out()
    {
        var strict = new SmtpDelivery(options, Pool, AddressGuard.Strict, time);
        var outcome = await strict.Send(server.Route(), Given.Message(), CancellationToken.None);
        outcome.Lines().ShouldBe(["550 5.4.4 Connect"]);
        outcome.Endpoint.ShouldBeNull();
        server.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task the_source_address_is_bound_and_must_fit_the_target()
    {
        var bound = server.Route() with { Source = IPAddress.Loopback };
        (await Delivery.Send(bound, Given.Message(), CancellationToken.None)).Lines().ShouldBe(["250 2.0.0 FinalDot"]);
        var other = server.Route() with { Source = IPAddress.IPv6Loopback };
        (await Delivery.Send(other, Given.Message(), CancellationToken.None)).Lines().ShouldBe(["451 4.4.1 Connect"]);
    }

    [Fact]
    public async Task many_at_once_share_the_pool_and_lose_nothing()
    {
        var delivery = Delivery;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(async () =>
            await delivery.Send(server.Route(), Given.Message(), CancellationToken.None))));
        outcomes.SelectMany(o => o.Lines()).Distinct().ShouldBe(["250 2.0.0 FinalDot"]);
        server.Contents.Count.ShouldBe(200);
        Pool.IdleCount.ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public void options_out_of_range_are_refused_all_at_once()
    {
        var wrong = options with { ConnectTimeout = TimeSpan.Zero, IdleTotalMax = -1, MessagesPerConnectionMax = 0 };
        var e = Should.Throw<ArgumentException>(() => new ConnectionPool(wrong, time));
        e.Message.ShouldContain("ConnectTimeout");
        e.Message.ShouldContain("IdleTotalMax");
        e.Message.ShouldContain("MessagesPerConnectionMax");
    }

    private static SmtpCredentials InTheClear { get; } = new("user", "secret") { Needs = LoginNeeds.Nothing };

    private DeliveryRoute TwoHosts() => server.Route() with
    {
        Hosts =
        [
            new MailHost("first.test", 10, [IPAddress.Loopback]), new MailHost("second.test", 20, [IPAddress.Loopback]),
        ],
    };

    private async Task<SendOutcome> Send(DeliveryRoute? route = null) =>
        await Delivery.Send(route ?? server.Route(), Given.Message(), CancellationToken.None);

    private async Task<SmtpConnection[]> TwoConnections()
    {
        var endpoint = server.Route().Endpoint(server.Route().Hosts[0], IPAddress.Loopback);
        return [await Given.Open(endpoint, time, options), await Given.Open(endpoint, time, options)];
    }
}
