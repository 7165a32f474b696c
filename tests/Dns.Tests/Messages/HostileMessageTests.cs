using Actors.Dns.Messages;

namespace Actors.Dns.Tests.Messages;

public sealed class HostileMessageTests
{
    private const string Header = "BEEF" + "8180" + "0001" + "0001" + "0000" + "0000";
    private const string Question = "0161" + "00" + "0001" + "0001"; // a. A IN, name at offset 12, ends at 19

    [Theory]
    [InlineData("C013", "a pointer to itself")]
    [InlineData("C015" + "C013", "two pointers in a circle")]
    [InlineData("C0FF", "a pointer past the end")]
    [InlineData("0161" + "C013", "a label and then a pointer to that label")]
    [InlineData("41" + "61", "a label type that does not exist")]
    [InlineData("3F61", "a label past the end")]
    [InlineData("C0", "half a pointer")]
    public void names_that_lead_nowhere_are_refused(string name, string why) =>
        Parses(Header + Question + name + "0001" + "0001" + "00000000" + "0004" + "01020304").ShouldBeFalse(why);

    [Fact]
    public void a_name_that_grows_past_255_octets_through_pointers_is_refused()
    {
        // 63-octet labels, each followed by a pointer to the one before: the fifth name would have 320 octets.
        var octets = new List<byte>(
            Convert.FromHexString("BEEF" + "8180" + "0001" + "0005" + "0000" + "0000" + Question));
        var previous = -1;
        for (var i = 0; i < 5; i++)
        {
            var start = octets.Count;
            octets.Add(63);
            octets.AddRange(Enumerable.Repeat((byte)'x', 63));
            octets.AddRange(previous < 0 ? [0] : [(byte)(0xC0 | (previous >> 8)), (byte)previous]);
            octets.AddRange([0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 1, 2, 3, 4]);
            previous = start;
        }
        DnsMessage.TryParse(octets.ToArray(), out _).ShouldBeFalse();
    }

    [Fact]
    public void as_many_pointers_as_a_name_has_octets_for_labels_are_followed()
    {
        Chain(MessageReader.PointersMax).ShouldBeTrue();
        Chain(MessageReader.PointersMax + 1).ShouldBeFalse();

        static bool Chain(int pointers)
        {
            // Within the data of a TXT record: each pointer leads to the one before, the first to the question's name.
            byte[] data = new byte[2 * (pointers - 1)];
            for (var i = 0; i < pointers - 1; i++)
            {
                var target = i == 0 ? 12 : 30 + (2 * (i - 1));
                data[2 * i] = (byte)(0xC0 | (target >> 8));
                data[(2 * i) + 1] = (byte)target;
            }
            var last = pointers == 1 ? 12 : 30 + (2 * (pointers - 2));
            byte[] octets =
            [
                .. Convert.FromHexString("BEEF" + "8180" + "0001" + "0002" + "0000" + "0000" + Question),
                .. Convert.FromHexString("00" + "00FF" + "0001" + "00000000"),
                (byte)(data.Length >> 8), (byte)data.Length, .. data, (byte)(0xC0 | (last >> 8)), (byte)last,
                .. Convert.FromHexString("0001" + "0001" + "00000000" + "0004" + "01020304"),
            ];
            return DnsMessage.TryParse(octets, out _);
        }
    }

    [Fact]
    public void an_error_may_lack_the_question_and_an_answer_may_not()
    {
        Parses("BEEF" + "8181" + "0000" + "0000" + "0000" + "0000").ShouldBeTrue();
        Parses("BEEF" + "8180" + "0000" + "0000" + "0000" + "0000").ShouldBeFalse();
        Parses("BEEF" + "8181" + "0000" + "0001" + "0000" + "0000").ShouldBeFalse();
    }

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("BEEF", "half a header")]
    [InlineData("BEEF" + "0100" + "0001" + "0000" + "0000" + "0000" + Question, "a query")]
    [InlineData("BEEF" + "8980" + "0001" + "0000" + "0000" + "0000" + Question, "another opcode")]
    [InlineData("BEEF" + "8180" + "0000" + "0000" + "0000" + "0000", "no question")]
    [InlineData("BEEF" + "8180" + "0002" + "0000" + "0000" + "0000" + Question + Question, "two questions")]
    [InlineData("BEEF" + "8180" + "0001" + "FFFF" + "FFFF" + "FFFF" + Question, "counts beyond the limit")]
    [InlineData(Header + Question, "an announced record that is missing")]
    [InlineData(Header + Question + "00" + "0001" + "0001" + "00000000" + "0005" + "0102030405", "an A of five octets")]
    [InlineData(Header + Question + "00" + "001C" + "0001" + "00000000" + "0004" + "01020304", "a short AAAA")]
    [InlineData(Header + Question + "00" + "0010" + "0001" + "00000000" + "0002" + "0561", "a TXT string past its end")]
    [InlineData(Header + Question + "00" + "000F" + "0001" + "00000000" + "0002" + "000A" + "00", "MX name outside")]
    [InlineData(Header + Question + "00" + "0001" + "0001" + "00000000" + "FFFF" + "01", "data past the end")]
    public void messages_that_are_not_honest_answers_are_refused(string hex, string why) =>
        Parses(hex).ShouldBeFalse(why);

    [Fact]
    public void a_truncated_answer_may_end_anywhere()
    {
        var hex = "BEEF" + "8380" + "0001" + "0001" + "0000" + "0000" + Question + "00" + "0001";
        DnsMessage.TryParse(Convert.FromHexString(hex), out var message).ShouldBeTrue();
        message.Truncated.ShouldBeTrue();
    }

    [Fact]
    public void any_octets_are_read_or_refused_but_never_throw()
    {
        const int seed = 20_260_101;
        var random = new Random(seed);
        var query = DnsQuery.Create(DnsName.Parse("fuzz.test"), RecordType.Mx, edns: true, random);
        var honest = new Wire.Response(query.Octets.Span)
            .Mx("fuzz.test", 10, "mx.fuzz.test").Txt("fuzz.test", 1, "abc").InAuthority().Soa("test", 1, 1).ToArray();
        for (var i = 0; i < 100_000; i++)
        {
            var octets = honest.AsSpan(0, random.Next(honest.Length + 1)).ToArray();
            for (var flips = random.Next(8); flips > 0 && octets.Length > 0; flips--)
                octets[random.Next(octets.Length)] = random.Next(3) == 0 ? (byte)0xC0 : (byte)random.Next(256);
            Should.NotThrow(
                () => DnsMessage.TryParse(octets, out _), $"seed {seed}, round {i}, {Convert.ToHexString(octets)}");
        }
    }

    private static bool Parses(string hex) => DnsMessage.TryParse(Convert.FromHexString(hex), out _);
}
