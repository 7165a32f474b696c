using System.Net;
using Actors.Dns.Messages;
using Actors.Dns.Updates;
using Actors.Dns.Zones;
using Actors.Testing;

namespace Actors.Dns.Tests.Updates;

/// <summary>Knot DNS as the judge: it checks our signature, changes its zone, and signs its answer.</summary>
public sealed class ZoneUpdatesTests
{
    private const string Secret = "c2l4dGVlbi1vY3RldHMtb3ItbW9yZS1vZi1zZWNyZXQ=";
    private const string OtherSecret = "YW5vdGhlci1zZWNyZXQtdGhhdC1pcy1sb25nLWVub3VnaA==";
    private static readonly DnsName Zone = DnsName.Parse("mail.example.test");
    private static readonly DnsName Name = DnsName.Parse("k1.dkim.mail.example.test");

    [RequiresProgramFact("knotd")]
    public async Task a_record_set_is_added_replaced_and_removed()
    {
        await using var knot = await Start();
        var updates = Updates(knot, Secret);
        var first = new string('a', 300) + "\"\\";

        (await updates.Send([Text(first)], default)).ShouldBe(new UpdateResult.Done());
        (await Texts(knot)).ShouldBe([first]);
        (await updates.Send([Text("second")], default)).ShouldBe(new UpdateResult.Done());
        (await Texts(knot)).ShouldBe(["second"]);
        (await updates.Send([Text("second")], default)).ShouldBe(new UpdateResult.Done());
        (await Texts(knot)).ShouldBe(["second"]);
        (await updates.Send([new(Name, RecordType.Txt, [])], default)).ShouldBe(new UpdateResult.Done());
        (await Texts(knot)).ShouldBeEmpty();
    }

    [RequiresProgramFact("knotd")]
    public async Task many_record_sets_of_every_type_go_in_one_request()
    {
        await using var knot = await Start();
        var changes = new List<RecordSetChange> { Of(new ZoneData.Mx(10, Zone)), Of(new ZoneData.NameServer(Zone)) };
        changes.Add(Of(new ZoneData.Address(IPAddress.Parse("192.0.2.1"))));
        changes.Add(Of(new ZoneData.Address(IPAddress.Parse("2001:db8::1"))));
        var alias = DnsName.Parse("alias.mail.example.test");
        changes.Add(new(alias, RecordType.Cname, [new ZoneRecord(alias, 60, new ZoneData.Alias(Zone))]));

        (await Updates(knot, Secret).Send(changes, default)).ShouldBe(new UpdateResult.Done());

        using var resolver = Resolver(knot);
        (await resolver.Resolve(alias, RecordType.Cname, default)).ShouldBeOfType<DnsAnswer.Found>()
            .Records[0].ShouldBeOfType<DnsRecord.Alias>().Target.ShouldBe(Zone);

        static RecordSetChange Of(ZoneData data) =>
            new(DnsName.Parse("h.mail.example.test"), data.Type,
                [new ZoneRecord(DnsName.Parse("h.mail.example.test"), 60, data)]);
    }

    [RequiresProgramFact("knotd")]
    public async Task a_wrong_secret_is_told_and_changes_nothing()
    {
        await using var knot = await Start();

        var result = await Updates(knot, OtherSecret).Send([Text("forged")], default);

        result.ShouldBeOfType<UpdateResult.Failed>().Reason.ShouldContain("BADSIG");
        (await Texts(knot)).ShouldBeEmpty();
    }

    [RequiresProgramFact("knotd")]
    public async Task a_clock_that_is_far_off_is_told()
    {
        await using var knot = await Start();
        var updates = new ZoneUpdates(
            knot.EndPoint, Zone, Key(Secret), new ManualTime(DateTimeOffset.UnixEpoch.AddYears(50)), new Random(1));

        var result = await updates.Send([Text("late")], default);

        result.ShouldBeOfType<UpdateResult.Failed>().Reason.ShouldContain("BADTIME");
    }

    [Fact]
    public async Task a_name_outside_of_the_zone_is_never_sent()
    {
        var updates = new ZoneUpdates(
            new IPEndPoint(IPAddress.Loopback, 9), Zone, Key(Secret), new ManualTime(), new Random(1));

        await Should.ThrowAsync<ArgumentException>(
            () => updates.Send([new(DnsName.Parse("example.test"), RecordType.Txt, [])], default));
    }

    [Fact]
    public async Task more_than_a_message_holds_is_never_sent()
    {
        var updates = new ZoneUpdates(
            new IPEndPoint(IPAddress.Loopback, 9), Zone, Key(Secret), new ManualTime(), new Random(1));

        await Should.ThrowAsync<ArgumentException>(() => updates.Send([Text(new string('a', 66_000))], default));
    }

    [RequiresProgramFact("knotd")]
    public async Task a_server_that_takes_no_updates_of_the_zone_is_told_by_its_code()
    {
        await using var knot = await Start();
        var other = DnsName.Parse("other.example.test");
        var updates = new ZoneUpdates(knot.EndPoint, other, Key(Secret), Now(), new SecureRandom());

        var result = await updates.Send([new(other, RecordType.Txt, [])], default);

        result.ShouldBeOfType<UpdateResult.Failed>().Reason.ShouldMatch("NOTAUTH|REFUSED");
    }

    private static async Task<Knot> Start() => await Knot.Start(
        Zone.Text, ZoneFile.Write(Zone, DnsName.Parse("ns.example.test"), 1,
            [new ZoneRecord(Zone, 60, new ZoneData.NameServer(DnsName.Parse("ns.example.test")))]),
        "actors.", Secret);

    private static ZoneUpdates Updates(Knot knot, string secret) =>
        new(knot.EndPoint, Zone, Key(secret), Now(), new SecureRandom());

    /// <summary>What Knot's clock says, for signatures, standing still: no time-out wins against a slow
    /// machine.</summary>
    private static ManualTime Now() => new(TimeProvider.System.GetUtcNow());

    private static TsigKey Key(string secret) =>
        TsigKey.TryCreate(DnsName.Parse("actors"), secret, out var key) ? key : throw new FormatException();

    private static RecordSetChange Text(string text) =>
        new(Name, RecordType.Txt, [new ZoneRecord(Name, 60, new ZoneData.Txt(text))]);

    private static StubResolver Resolver(Knot knot) => new(
        new ResolverOptions { Servers = [knot.EndPoint], CacheEntriesMax = 0 }, new ManualTime(),
        new SecureRandom());

    private static async Task<string[]> Texts(Knot knot)
    {
        using var resolver = Resolver(knot);
        return await resolver.Resolve(Name, RecordType.Txt, default) is DnsAnswer.Found found
            ? [.. found.Records.OfType<DnsRecord.Txt>().Select(record => record.Value)]
            : [];
    }
}
