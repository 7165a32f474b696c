using System.Net;
using Actors.Dns.Messages;

namespace Actors.Dns.Tests.Messages;

/// <summary>
/// Messages written by hand from RFC 1035 §4, so that writer and parser are not only checked against each other.
/// </summary>
public sealed class GoldenMessageTests
{
    [Fact]
    public void a_query_has_one_question_recursion_desired_and_edns()
    {
        var query = DnsQuery.Create(DnsName.Parse("mx.test"), RecordType.Mx, edns: true, new FixedRandom());

        Convert.ToHexString(query.Octets.Span).ShouldBe(
            "0001" + "0100" + "0001" + "0000" + "0000" + "0001" // id, RD, counts
            + "026D78" + "0474657374" + "00" + "000F" + "0001"  // mx.test MX IN, the fixed random keeps lower case
            + "00" + "0029" + "04D0" + "00000000" + "0000");    // OPT, 1232 octets
    }

    [Fact]
    public void a_compressed_mx_answer_is_read()
    {
        var octets = Convert.FromHexString(
            "BEEF" + "8180" + "0001" + "0002" + "0000" + "0001"
            + "07" + "6578616D706C65" + "04" + "74657374" + "00" + "000F" + "0001" // example.test at offset 12
            + "C00C" + "000F" + "0001" + "0000003C" + "0008" + "000A" + "03" + "6D7831" + "C00C" // MX 10 mx1
            + "C00C" + "000F" + "0001" + "0000003C" + "0006" + "0014" + "01" + "62" + "C014" // MX 20 b.test
            + "00" + "0029" + "1000" + "00000000" + "0000");

        DnsMessage.TryParse(octets, out var message).ShouldBeTrue();
        message.Id.ShouldBe((ushort)0xBEEF);
        message.Code.ShouldBe(ResponseCode.NoError);
        message.Truncated.ShouldBeFalse();
        message.Answers.Cast<DnsRecord.Mx>()
            .Select(r => (r.Name.Text, r.Preference, r.Exchange.Text, r.Ttl.TotalSeconds))
            .ShouldBe([("example.test", 10, "mx1.example.test", 60d), ("example.test", 20, "b.test", 60d)]);
    }

    [Fact]
    public void addresses_texts_aliases_pointers_and_tlsa_are_read()
    {
        var query = DnsQuery.Create(DnsName.Parse("x.test"), RecordType.A, edns: false, new FixedRandom());
        var octets = new Wire.Response(query.Octets.Span)
            .A("x.test", "192.0.2.1").Aaaa("x.test", "2001:db8::1").Cname("x.test", "y.test")
            .Txt("x.test", 1, "v=spf1 ", "-all").Add("x.test", RecordType.Ptr, 1, DnsName.Parse("p.test").Wire)
            .Add("x.test", RecordType.Tlsa, 1, [3, 1, 1, 0xAB]).ToArray();

        DnsMessage.TryParse(octets, out var message).ShouldBeTrue();
        message.Answers[0].ShouldBeOfType<DnsRecord.Address>().Value.ShouldBe(IPAddress.Parse("192.0.2.1"));
        message.Answers[1].Type.ShouldBe(RecordType.Aaaa);
        message.Answers[2].ShouldBeOfType<DnsRecord.Alias>().Target.Text.ShouldBe("y.test");
        message.Answers[3].ShouldBeOfType<DnsRecord.Txt>().Value.ShouldBe("v=spf1 -all");
        message.Answers[4].ShouldBeOfType<DnsRecord.Pointer>().Target.Text.ShouldBe("p.test");
        message.Answers[5].ShouldBeOfType<DnsRecord.Tlsa>().Value.ToArray().ShouldBe([3, 1, 1, 0xAB]);
    }

    [Fact]
    public void unknown_types_and_classes_are_stepped_over()
    {
        var query = DnsQuery.Create(DnsName.Parse("x.test"), RecordType.A, edns: false, new FixedRandom());
        var octets = new Wire.Response(query.Octets.Span)
            .Add("x.test", (RecordType)46, 1, [1, 2, 3]).A("x.test", "192.0.2.1").ToArray();

        DnsMessage.TryParse(octets, out var message).ShouldBeTrue();
        message.Answers.Count.ShouldBe(1);
    }

    [Fact]
    public void a_ttl_with_the_top_bit_set_counts_as_zero()
    {
        var query = DnsQuery.Create(DnsName.Parse("x.test"), RecordType.A, edns: false, new FixedRandom());
        var octets = new Wire.Response(query.Octets.Span).A("x.test", "192.0.2.1", 0x80000000).ToArray();
        DnsMessage.TryParse(octets, out var message).ShouldBeTrue();
        message.Answers[0].Ttl.ShouldBe(TimeSpan.Zero);
    }

    private sealed class FixedRandom : Random
    {
        public override int Next(int maxValue) => 1;
    }
}
