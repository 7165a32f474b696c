using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Mail.Authentication.Domains.Records;
using Actors.Silo.Domains;

namespace Actors.Silo.Tests.Domains;

public sealed class TenantQueueTests
{
    private readonly TenantQueue queue = new(atOnce: 8, atOncePerTenant: 8);

    [Fact]
    public void of_one_domain_only_the_last_order_waits()
    {
        queue.Add(Order("shop/example.com", 1));
        queue.Add(Order("shop/example.org", 1));
        for (var ticket = 2; ticket <= 1000; ticket++)
            queue.Add(Order("shop/example.com", ticket));

        Taken().ShouldBe(["shop/example.com 1000", "shop/example.org 1"]);
    }

    [Fact]
    public void what_a_removed_domain_leaves_in_the_zone_is_removed_though_the_domain_returns()
    {
        queue.Add(Order("shop/example.com", 1) with { Records = [] });
        queue.Add(Order("shop/example.com", 2));

        Taken().ShouldBe(["shop/example.com 1", "shop/example.com 2"]);
    }

    private static DomainOrder Order(string domain, long ticket) => new(
        DomainKey.Parse(domain), ticket, [], null,
        [new WantedRecord(RecordPurpose.Tracking, "click.example.com", "CNAME", "click.example.net", null)]);

    private IEnumerable<string> Taken()
    {
        while (queue.TryTake(out var order))
            yield return $"{order.Domain} {order.Ticket}";
    }
}
