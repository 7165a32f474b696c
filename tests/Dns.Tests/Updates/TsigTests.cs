using Actors.Dns.Messages;
using Actors.Dns.Updates;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Dns.Tests.Updates;

public sealed class TsigTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TsigKey Key = TsigKey.TryRead(
        "actors c2l4dGVlbi1vY3RldHMtb3ItbW9yZS1vZi1zZWNyZXQ=", out var key) ? key : throw new FormatException();

    [Theory]
    [InlineData("key:\n  - id: actors\n    algorithm: hmac-sha256\n    secret: c2l4dGVlbi1vY3RldHMtb3I=\n")]
    [InlineData("key \"actors\" {\n\talgorithm hmac-sha256;\n\tsecret \"c2l4dGVlbi1vY3RldHMtb3I=\";\n};\n")]
    [InlineData("actors. c2l4dGVlbi1vY3RldHMtb3I=\n")]
    public void a_key_is_read_from_what_name_servers_write(string text) =>
        (TsigKey.TryRead(text, out var read) ? read.Name.Text : null).ShouldBe("actors");

    [Theory]
    [InlineData("")]
    [InlineData("actors")]
    [InlineData("actors c2hvcnQ=")]
    [InlineData("actors not-base-64!!")]
    [InlineData("key \"actors\" {\n\talgorithm hmac-sha512;\n\tsecret \"c2l4dGVlbi1vY3RldHMtb3I=\";\n};\n")]
    [InlineData("key:\n  - id: actors\n    algorithm: hmac-md5\n    secret: c2l4dGVlbi1vY3RldHMtb3I=\n")]
    public void what_is_no_key_is_refused(string text) => TsigKey.TryRead(text, out _).ShouldBeFalse();

    [Fact]
    public void an_answer_without_signature_counts_for_nothing()
    {
        var request = UpdateMessage.Write(7, DnsName.Parse("example.test"), []);
        Tsig.Sign(request, Key, Now, out var mac);

        Tsig.Check(request, Key, mac, Now).ShouldBe("the answer is not signed");
    }

    [Fact]
    public void our_own_request_is_no_answer_to_it()
    {
        var signed = Tsig.Sign(UpdateMessage.Write(7, DnsName.Parse("example.test"), []), Key, Now, out var mac);

        Tsig.Check(signed, Key, mac, Now).ShouldBe("the answer's signature is wrong");
    }

    [Fact]
    public void a_signature_is_the_last_record_and_the_only_one()
    {
        var signed = Tsig.Sign(UpdateMessage.Write(7, DnsName.Parse("example.test"), []), Key, Now, out var mac);
        byte[] twice = [.. signed, .. signed.AsSpan(12 + 18)]; // behind the header and the zone's name, type, class
        twice[11] = 2;

        Tsig.Check(twice, Key, mac, Now).ShouldBe("the answer is malformed");
    }

    [Fact]
    public void no_answer_makes_the_check_throw_whatever_its_octets()
    {
        var signed = Tsig.Sign(UpdateMessage.Write(7, DnsName.Parse("example.test"), []), Key, Now, out var mac);
        var bent =
            from cut in Gen.Choose(0, signed.Length)
            from at in Gen.Choose(0, signed.Length - 1)
            from value in Gen.Choose(0, 255)
            select Bend(cut, at, (byte)value);

        Prop.ForAll(bent.ToArbitrary(), octets => Tsig.Check(octets, Key, mac, Now) is not null)
            .QuickCheckThrowOnFailure();

        byte[] Bend(int cut, int at, byte value)
        {
            var copy = signed.ToArray();
            copy[at] = value;
            return copy[..cut];
        }
    }
}
