using System.Net;
using Actors.Dns.Exchange;
using Actors.Testing;

namespace Actors.Dns.Tests.Exchange;

public sealed class ServerHealthTests
{
    private static readonly IPEndPoint[] Three =
        [.. Enumerable.Range(1, 3).Select(i => new IPEndPoint(IPAddress.Loopback, i))];

    private readonly ManualTime time = new();

    [Fact]
    public void servers_are_asked_as_configured_and_those_that_rest_last()
    {
        var health = new ServerHealth(Three, rotate: false, time);
        health.Order().ShouldBe([0, 1, 2]);
        health.Failed(0);
        health.Order().ShouldBe([1, 2, 0]);
        health.Failed(1);
        health.Order().ShouldBe([2, 0, 1]);
        health.Failed(2);
        health.Order().ShouldBe([0, 1, 2]);
        health.Answered(1);
        health.Order().ShouldBe([1, 0, 2]);
    }

    [Fact]
    public void rotation_keeps_those_that_rest_last()
    {
        var health = new ServerHealth(Three, rotate: true, time);
        health.Failed(1);
        health.Order().ShouldBe([0, 2, 1]);
        health.Order().ShouldBe([2, 0, 1]);
        health.Order().ShouldBe([2, 0, 1]);
        health.Order().ShouldBe([0, 2, 1]);
    }

    [Fact]
    public void a_rest_doubles_from_ten_seconds_to_five_minutes_and_starts_again_after_an_answer()
    {
        var health = new ServerHealth(Three, rotate: false, time);
        Enumerable.Range(0, 7).Select(_ => Rest(health)).ShouldBe([10, 20, 40, 80, 160, 300, 300]);
        health.Answered(0);
        Rest(health).ShouldBe(10);
    }

    [Fact]
    public void failures_during_a_rest_are_part_of_it()
    {
        var health = new ServerHealth(Three, rotate: false, time);
        health.Failed(0);
        health.Failed(0);
        time.Advance(ServerHealth.RestMin);
        health.Order().ShouldBe([0, 1, 2]);
    }

    /// <summary>Seconds for which the first server comes last after a failure.</summary>
    private int Rest(ServerHealth health)
    {
        health.Failed(0);
        var seconds = 0;
        for (; health.Order()[0] != 0; seconds++)
            time.Advance(TimeSpan.FromSeconds(1));
        return seconds;
    }
}
