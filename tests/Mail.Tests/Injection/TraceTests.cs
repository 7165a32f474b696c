using System.Buffers;
using System.Reflection;
using System.Text;
using Actors.Mail.Addresses;
using Actors.Mail.Messages;

namespace Actors.Mail.Tests.Injection;

/// <summary>What a client calls itself stands in the Received field, and nowhere else.</summary>
public sealed class TraceTests
{
    private static readonly ReceivedTrace Sample = new()
    {
        Helo = "client.example",
        By = DomainName.Parse("mx.example.org"),
        With = new TransmissionType(Extended: true),
        Id = "1",
        Date = DateTimeOffset.UnixEpoch,
    };

    public static TheoryData<string> Texts => new(
        "\r\nBcc: x", "a\r\n b", "a\0b", "a\u2028b", "a\u0085b", "a;b", "a (b", "[", "=?utf-8?Q?=0D=0A?=", "ü", "",
        new string('a', 5_000), "\u560D\u560ABcc: x");

    [Theory]
    [MemberData(nameof(Texts))]
    public void no_text_of_a_trace_makes_a_field_of_its_own(string text)
    {
        foreach (var property in typeof(ReceivedTrace).GetProperties().Where(one => one.PropertyType == typeof(string)))
        {
            var trace = Sample with { };
            property.SetValue(trace, text, BindingFlags.SetProperty, null, null, null);
            var output = new ArrayBufferWriter<byte>();
            trace.WriteTo(output);
            HeaderSection.TryParse(output.WrittenMemory, out var header, out var problem).ShouldBeTrue($"{problem}");
            header.Count.ShouldBe(1);
            header.Length.ShouldBe(output.WrittenCount);
            Ascii.IsValid(output.WrittenSpan).ShouldBeTrue();
            header.LongestLine.ShouldBeLessThan(MessageLimits.LineOctetsMax);
        }
    }
}
