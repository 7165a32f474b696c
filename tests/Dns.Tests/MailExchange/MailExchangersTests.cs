using Actors.Dns.MailExchange;
using Actors.Dns.Messages;

namespace Actors.Dns.Tests.MailExchange;

public sealed class MailExchangersTests
{
    private static readonly MailExchangerOptions Only4 = new() { Families = AddressFamilies.IPv4Only };
    private static readonly MailExchangerOptions Only6 = new() { Families = AddressFamilies.IPv6Only };

    private readonly ZoneResolver zone = new();

    [Fact]
    public async Task the_most_preferred_exchange_comes_first_with_all_its_addresses()
    {
        zone.Mx("example.test", (20, "b.test"), (10, "a.test"))
            .Addresses("a.test", "192.0.2.1", "2001:db8::1").Addresses("b.test", "192.0.2.2");

        var found = await Find("example.test") as MailTargets.Found;

        Show(found!).ShouldBe(["a.test 10 192.0.2.1 2001:db8::1", "b.test 20 192.0.2.2"]);
        found!.Site.ShouldBe("a.test");
    }

    [Fact]
    public async Task equal_exchanges_come_in_every_order_and_are_one_site()
    {
        zone.Mx("example.test", (10, "B.test"), (10, "a.test"), (20, "c.test"))
            .Addresses("a.test", "192.0.2.1").Addresses("b.test", "192.0.2.2").Addresses("c.test", "192.0.2.3");
        var orders = new HashSet<string>();
        for (var seed = 0; seed < 20; seed++)
        {
            var found = (MailTargets.Found)await Find("example.test", seed);
            orders.Add(string.Join(' ', found.Hosts.Select(h => h.Name)));
            found.Site.ShouldBe("a.test,b.test");
        }
        orders.ShouldBe(["a.test b.test c.test", "b.test a.test c.test"], ignoreOrder: true);
    }

    [Fact]
    public async Task without_mx_the_domain_itself_is_the_exchange()
    {
        zone.Addresses("example.test", "192.0.2.1", "2001:db8::1");
        var found = (MailTargets.Found)await Find("example.test");
        Show(found).ShouldBe(["example.test 0 192.0.2.1 2001:db8::1"]);
        found.Site.ShouldBe("example.test");
    }

    [Fact]
    public async Task with_mx_the_domain_itself_is_never_tried()
    {
        zone.Mx("example.test", (10, "gone.test")).Addresses("example.test", "192.0.2.1").Exists("gone.test");
        (await Find("example.test")).ShouldBe(
            Failed(MailTargetFault.NoAddress, "5.4.4", "None of the mail exchangers of example.test has an address."));
    }

    [Fact]
    public async Task a_null_mx_refuses_mail()
    {
        zone.Mx("example.test", (0, ".")).Addresses("example.test", "192.0.2.1");
        (await Find("example.test")).ShouldBe(
            Failed(MailTargetFault.NullMx, "5.1.10", "The domain example.test does not accept mail (null MX)."));
        zone.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task a_null_mx_beside_others_is_passed_over()
    {
        zone.Mx("example.test", (0, "."), (10, "a.test")).Addresses("a.test", "192.0.2.1");
        Show((MailTargets.Found)await Find("example.test")).ShouldBe(["a.test 10 192.0.2.1"]);
    }

    [Fact]
    public async Task a_domain_that_does_not_exist_is_a_permanent_failure() =>
        (await Find("nowhere.test")).ShouldBe(
            Failed(MailTargetFault.NoSuchDomain, "5.1.2", "The domain nowhere.test does not exist."));

    [Fact]
    public async Task a_domain_with_neither_mx_nor_address_is_a_permanent_failure()
    {
        zone.Exists("example.test");
        (await Find("example.test")).ShouldBe(
            Failed(
                MailTargetFault.NoMailServer, "5.1.2",
                "The domain example.test has neither a mail exchanger nor an address."));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task trouble_with_the_mx_question_is_transient(bool timeout)
    {
        zone.Answers("example.test", RecordType.Mx, Trouble(timeout)).Addresses("example.test", "192.0.2.1");
        (await Find("example.test")).ShouldBe(Transient(timeout));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task trouble_with_all_addresses_is_transient(bool timeout)
    {
        zone.Mx("example.test", (10, "a.test"), (20, "b.test")).Exists("b.test")
            .Answers("a.test", RecordType.A, Trouble(timeout)).Answers("a.test", RecordType.Aaaa, Trouble(timeout));
        (await Find("example.test")).ShouldBe(Transient(timeout));
    }

    [Fact]
    public async Task trouble_with_one_exchange_leaves_the_others()
    {
        zone.Mx("example.test", (10, "a.test"), (20, "b.test")).Addresses("b.test", "192.0.2.2")
            .Answers("a.test", RecordType.A, Trouble(true));
        var found = (MailTargets.Found)await Find("example.test");
        Show(found).ShouldBe(["b.test 20 192.0.2.2"]);
        found.IsPartial.ShouldBeTrue();
    }

    [Fact]
    public async Task exchanges_without_addresses_are_skipped()
    {
        zone.Mx("example.test", (10, "missing.test"), (20, "b.test")).Addresses("b.test", "192.0.2.2");
        var found = (MailTargets.Found)await Find("example.test");
        Show(found).ShouldBe(["b.test 20 192.0.2.2"]);
        found.IsPartial.ShouldBeFalse();
    }

    [Fact]
    public async Task own_names_and_all_that_are_not_more_preferred_are_left_out()
    {
        zone.Mx("example.test", (10, "a.test"), (20, "me.test"), (20, "b.test"), (30, "c.test"))
            .Addresses("a.test", "192.0.2.1").Addresses("b.test", "192.0.2.2")
            .Addresses("c.test", "192.0.2.3").Addresses("me.test", "192.0.2.4");
        Show((MailTargets.Found)await Find("example.test", own: ["ME.test."])).ShouldBe(["a.test 10 192.0.2.1"]);
    }

    [Fact]
    public async Task being_the_best_exchange_oneself_is_a_loop()
    {
        zone.Mx("example.test", (10, "me.test"), (20, "b.test")).Addresses("b.test", "192.0.2.2");
        (await Find("example.test", own: ["me.test"])).ShouldBeOfType<MailTargets.Failed>().Status.ShouldBe("5.4.6");
        zone.Addresses("me.test", "192.0.2.4");
        (await Find("me.test", own: ["me.test"])).ShouldBeOfType<MailTargets.Failed>().Status.ShouldBe("5.4.6");
    }

    [Fact]
    public async Task ten_exchanges_are_looked_up_and_not_one_more()
    {
        zone.Mx("example.test", [.. Enumerable.Range(1, 50).Select(i => (i, $"m{i}.test"))]);
        for (var i = 1; i <= 50; i++)
            zone.Addresses($"m{i}.test", $"192.0.2.{i}");
        ((MailTargets.Found)await Find("example.test")).Hosts.Select(h => h.Preference)
            .ShouldBe(Enumerable.Range(1, 10));
    }

    [Fact]
    public async Task twenty_addresses_are_taken_and_not_one_more()
    {
        zone.Mx("example.test", (1, "a.test"), (2, "b.test"), (3, "c.test"))
            .Addresses("a.test", [.. Enumerable.Range(1, 15).Select(i => $"192.0.2.{i}")])
            .Addresses("b.test", [.. Enumerable.Range(1, 15).Select(i => $"198.51.100.{i}")])
            .Addresses("c.test", "203.0.113.1");
        ((MailTargets.Found)await Find("example.test")).Hosts.Select(h => h.Addresses.Count).ShouldBe([15, 5]);
    }

    [Fact]
    public async Task ipv6_is_left_out_or_put_first_on_demand()
    {
        zone.Mx("example.test", (10, "a.test")).Addresses("a.test", "192.0.2.1", "2001:db8::1");
        Show((MailTargets.Found)await Find("example.test", 0, Only4))
            .ShouldBe(["a.test 10 192.0.2.1"]);
        Show((MailTargets.Found)await Find("example.test", 0, new MailExchangerOptions { IPv6First = true }))
            .ShouldBe(["a.test 10 2001:db8::1 192.0.2.1"]);
    }

    [Theory]
    [InlineData(AddressFamilies.IPv4Only, "2001:db8::1", "IPv6", "IPv4")]
    [InlineData(AddressFamilies.IPv6Only, "192.0.2.1", "IPv4", "IPv6")]
    public async Task hosts_with_addresses_of_the_other_family_alone_fail_for_now_and_by_no_fault_of_the_domain(
        AddressFamilies ours, string address, string theirs, string mine)
    {
        zone.Mx("example.test", (10, "a.test"), (20, "b.test")).Exists("a.test").Addresses("b.test", address)
            .Exists("implicit.test").Addresses("implicit.test", address);
        foreach (var domain in new[] { "example.test", "implicit.test" })
            (await Find(domain, 0, new MailExchangerOptions { Families = ours })).ShouldBe(Failed(
                MailTargetFault.NoCommonFamily, "4.4.1",
                $"The mail servers of {domain} have only {theirs} addresses, "
                + $"and this platform sends over {mine} only."));
    }

    [Fact]
    public async Task hosts_of_the_other_family_leave_those_that_can_be_reached()
    {
        zone.Mx("example.test", (10, "six.test"), (20, "both.test"), (30, "four.test"))
            .Addresses("six.test", "2001:db8::1").Addresses("both.test", "2001:db8::2", "192.0.2.2")
            .Addresses("four.test", "192.0.2.3");
        Show((MailTargets.Found)await Find("example.test", 0, Only4))
            .ShouldBe(["both.test 20 192.0.2.2", "four.test 30 192.0.2.3"]);
        zone.Asked.ShouldNotContain(asked => asked.Item2 == RecordType.Aaaa);
        Show((MailTargets.Found)await Find("example.test", 0, Only6))
            .ShouldBe(["six.test 10 2001:db8::1", "both.test 20 2001:db8::2"]);
    }

    [Fact]
    public async Task without_any_address_the_family_does_not_matter()
    {
        zone.Mx("example.test", (10, "gone.test")).Exists("gone.test").Exists("implicit.test");
        (await Find("example.test", 0, Only4)).ShouldBe(
            Failed(MailTargetFault.NoAddress, "5.4.4", "None of the mail exchangers of example.test has an address."));
        ((MailTargets.Failed)await Find("implicit.test", 0, Only6)).Fault.ShouldBe(MailTargetFault.NoMailServer);
    }

    [Fact]
    public async Task trouble_with_the_other_family_is_transient()
    {
        zone.Mx("example.test", (10, "a.test")).Answers("a.test", RecordType.Aaaa, Trouble(false));
        (await Find("example.test", 0, Only4)).ShouldBe(Transient(false));
    }

    [Fact]
    public async Task a_site_of_many_long_names_stays_short_and_distinct()
    {
        var sites = new HashSet<string>();
        foreach (var count in new[] { 8, 9 })
        {
            string[] names = [.. Enumerable.Range(1, count).Select(i => $"{new string('x', 60)}{i}.test")];
            zone.Mx("example.test", [.. names.Select(n => (10, n))]);
            foreach (var name in names)
                zone.Addresses(name, "192.0.2.1");
            var site = ((MailTargets.Found)await Find("example.test")).Site;
            site.Length.ShouldBeLessThanOrEqualTo(MailExchangers.SiteLengthMax);
            sites.Add(site);
        }
        sites.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(MailTargetFault.NoSuchDomain, true)]
    [InlineData(MailTargetFault.NullMx, true)]
    [InlineData(MailTargetFault.NoMailServer, true)]
    [InlineData(MailTargetFault.NoAddress, true)]
    [InlineData(MailTargetFault.Loop, true)]
    [InlineData(MailTargetFault.NoCommonFamily, false)]
    [InlineData(MailTargetFault.ServerFailed, false)]
    [InlineData(MailTargetFault.TimedOut, false)]
    public void what_is_published_is_permanent_and_silence_is_not(MailTargetFault fault, bool isPermanent) =>
        Failed(fault, "", "").IsPermanent.ShouldBe(isPermanent);

    private static MailTargets.Failed Transient(bool timeout) => timeout
        ? Failed(
            MailTargetFault.TimedOut, "4.4.3", "No name server answered about the mail exchangers of example.test.")
        : Failed(
            MailTargetFault.ServerFailed, "4.4.3", "The DNS look-up failed for the mail exchangers of example.test.");

    private static MailTargets.Failed Failed(MailTargetFault fault, string status, string text) =>
        new(fault, status, text);

    private static DnsAnswer Trouble(bool timeout) =>
        timeout ? new DnsAnswer.Timeout() : new DnsAnswer.ServerFailure("SERVFAIL");

    private static IEnumerable<string> Show(MailTargets.Found found) =>
        found.Hosts.Select(h => $"{h.Name} {h.Preference} {string.Join(' ', h.Addresses)}");

    private ValueTask<MailTargets> Find(string domain, int seed = 1, params string[] own) =>
        Find(domain, seed, new MailExchangerOptions { OwnNames = own });

    private ValueTask<MailTargets> Find(string domain, int seed, MailExchangerOptions options) =>
        new MailExchangers(zone, new Random(seed), options).Find(DnsName.Parse(domain), "", CancellationToken.None);
}
