using System.Net;
using Actors.Dns.Answers;
using Actors.Dns.Messages;
using Actors.Dns.Tests.Wire;
using Actors.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Dns.Tests.Answers;

/// <summary>Whatever a server says, only what answers the question comes out of it.</summary>
public sealed class AnswerPropertyTests
{
    private static readonly string[] Names = ["a.test", "b.test", "c.test", "victim.test", "test"];

    [Fact]
    public void no_record_comes_from_off_the_chain()
    {
        var record = Gen.Elements(Names).Zip(Gen.Elements(Names)).Zip(Gen.Choose(0, 2));
        var messages = record.ListOf().Zip(Gen.Choose(0, 3));
        Prop.ForAll(messages.ToArbitrary(), message =>
        {
            var (records, code) = message;
            var response = new Response(Query().Octets.Span) { Code = code };
            foreach (var ((owner, target), kind) in records)
                _ = kind switch
                {
                    0 => response.A(owner, "192.0.2.1"),
                    1 => response.Cname(owner, target),
                    _ => response.Mx(owner, 10, target),
                };
            DnsMessage.TryParse(response.ToArray(), out var parsed).ShouldBeTrue();
            var reading = AnswerReader.Read(parsed, DnsName.Parse("a.test"), RecordType.A, hops: 0);
            if (reading.Answer is not DnsAnswer.Found found)
                return;
            found.Records.ShouldAllBe(each => each.Type == RecordType.A && each.Name.Equals(found.Name));
            Reachable(parsed, "a.test").ShouldContain(found.Name.Text);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void any_octets_after_the_header_are_read_in_little_time()
    {
        ProcessorTime.Of(() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), octets =>
        {
            byte[] message = [.. Query().Octets.Span, .. octets];
            (message[2], message[7], message[9]) = (0x84, (byte)octets.Length, 1);
            if (DnsMessage.TryParse(message, out var parsed))
                AnswerReader.Read(parsed, DnsName.Parse("a.test"), RecordType.A, hops: 0).ShouldNotBeNull();
        }).QuickCheckThrowOnFailure()).ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void the_largest_message_is_read_in_little_time()
    {
        var response = new Response(Query().Octets.Span);
        for (var i = 0; i < DnsMessage.RecordsMax; i++)
            response.Raw([0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 9, 0, 4, .. IPAddress.Loopback.GetAddressBytes()]);
        var octets = response.ToArray();
        ProcessorTime.Of(() =>
        {
            DnsMessage.TryParse(octets, out var parsed).ShouldBeTrue();
            AnswerReader.Read(parsed, DnsName.Parse("a.test"), RecordType.A, hops: 0)
                .Answer.ShouldBeOfType<DnsAnswer.Found>().Records.Count.ShouldBe(DnsMessage.RecordsMax);
        }).ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    private static DnsQuery Query() =>
        DnsQuery.Create(DnsName.Parse("a.test"), RecordType.A, edns: false, new Random(1));

    private static HashSet<string> Reachable(DnsMessage message, string from)
    {
        var reached = new HashSet<string> { from };
        while (message.Answers.OfType<DnsRecord.Alias>().FirstOrDefault(
            alias => reached.Contains(alias.Name.Text) && !reached.Contains(alias.Target.Text)) is { } alias)
            reached.Add(alias.Target.Text);
        return reached;
    }
}
