using System.Diagnostics;
using System.Net;
using Actors.Dns.Messages;
using Actors.Dns.Zones;
using Actors.Testing;

namespace Actors.Dns.Tests.Zones;

public sealed class ZoneFileTests
{
    private static readonly DnsName Zone = DnsName.Parse("mail.example.test");

    private static readonly ZoneRecord[] Records =
    [
        new(Zone, 3600, new ZoneData.NameServer(DnsName.Parse("ns.example.test"))),
        new(Zone, 300, new ZoneData.Address(IPAddress.Parse("192.0.2.1"))),
        new(Zone, 300, new ZoneData.Address(IPAddress.Parse("2001:db8::1"))),
        new(DnsName.Parse("rp.mail.example.test"), 300, new ZoneData.Mx(10, Zone)),
        new(DnsName.Parse("rp.mail.example.test"), 300, new ZoneData.Txt("v=spf1 ip4:192.0.2.1 -all")),
        new(DnsName.Parse("t.mail.example.test"), 300, new ZoneData.Alias(Zone)),
        new(DnsName.Parse("k1.mail.example.test"), 300, new ZoneData.Txt(new string('k', 400) + "\"\\;")),
    ];

    [Fact]
    public void every_record_is_a_line_with_absolute_names()
    {
        Records[3].Line.ShouldBe("rp.mail.example.test. 300 IN MX 10 mail.example.test.");
        Records[4].Line.ShouldBe("rp.mail.example.test. 300 IN TXT \"v=spf1 ip4:192.0.2.1 -all\"");
        Records[5].Line.ShouldBe("t.mail.example.test. 300 IN CNAME mail.example.test.");
    }

    [Fact]
    public void a_text_is_cut_into_strings_of_255_octets() =>
        Records[6].Line.ShouldBe($"k1.mail.example.test. 300 IN TXT \"{new string('k', 255)}\" "
            + $"\"{new string('k', 145)}\\\"\\\\;\"");

    [Theory]
    [InlineData("a;b.example.test", "a\\;b.example.test.")]
    [InlineData("a@b$(c).example.test", "a\\@b\\$\\(c\\).example.test.")]
    [InlineData("*.example.test", "*.example.test.")]
    public void what_means_something_else_in_a_zone_file_is_escaped_in_names(string name, string text) =>
        new ZoneRecord(DnsName.Parse(name), 60, new ZoneData.Alias(Zone)).Line
            .ShouldBe($"{text} 60 IN CNAME mail.example.test.");

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\0")]
    [InlineData("žena")]
    public void a_text_that_would_break_the_file_cannot_be(string text) =>
        Should.Throw<ArgumentException>(() => new ZoneData.Txt(text));

    [RequiresProgramFact("nsd-checkzone")]
    public async Task nsd_finds_nothing_wrong_with_the_zone()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, ZoneFile.Write(Zone, DnsName.Parse("ns.example.test"), 2030, Records));
        using var check = Process.Start(new ProcessStartInfo(
            RequiresProgramFactAttribute.Find("nsd-checkzone")!, [Zone.Text, file])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;

        var said = await check.StandardOutput.ReadToEndAsync();
        await check.WaitForExitAsync();
        File.Delete(file);

        (check.ExitCode, said.Trim()).ShouldBe((0, $"zone {Zone.Text} is ok"));
    }
}
