using System.Net;
using System.Net.Sockets;
using Actors.Dns;
using Actors.Silo.Doctor;
using Actors.Silo.Tests.Configuration;
using Actors.Silo.Tests.Harness;
using Actors.Testing;

namespace Actors.Silo.Tests.Doctor;

public sealed class ExaminationTests : IDisposable
{
    private readonly Folder folder = new();
    private readonly ZoneResolver zone = new ZoneResolver().Host("mx.outside.example", "127.0.0.1");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task wrong_settings_are_found_and_the_rest_is_looked_at_all_the_same()
    {
        var findings = await Examine(("DrainSeconds", "soon"));
        findings[0].Verdict.ShouldBe(Verdict.Fail);
        findings[0].Text.ShouldContain("--drain-seconds is 'soon'");
        findings.ShouldContain(finding => finding.Subject == "disk");
    }

    [Fact]
    public async Task everything_but_what_is_well_has_a_remedy()
    {
        foreach (var finding in await Examine())
            (finding.Remedy is null).ShouldBe(finding.Verdict == Verdict.Ok, finding.Subject);
    }

    [Fact]
    public async Task a_port_of_another_program_fails()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var finding = Find(
            await Examine(("Submission:ListenTls", other.LocalEndpoint.ToString()!)), $"port {other.LocalEndpoint}");
        finding.Verdict.ShouldBe(Verdict.Fail);
        finding.Text.ShouldContain("another program");
    }

    [Fact]
    public async Task the_ports_of_the_running_server_are_its_own()
    {
        await using var silo = await RunningSilo.Start(folder.Data);
        var findings = await Examine(
            ("Http:Listen", silo.Listeners.Http.Authority),
            ("Submission:Listen", silo.Listeners.Submission!.ToString()),
            ("Submission:ListenTls", silo.Listeners.SubmissionTls!.ToString()));
        findings.Where(finding => finding.Subject.StartsWith("port ", StringComparison.Ordinal))
            .Select(finding => finding.Text).ShouldBe(Enumerable.Repeat("is served by this server", 3));
    }

    [Fact]
    public async Task a_data_folder_that_can_be_written_is_well_and_nothing_stays_in_it()
    {
        Directory.CreateDirectory(folder.Data);
        Find(await Examine(), "data folder").Text.ShouldStartWith("can be written; an fsync takes up to ");
        Directory.EnumerateFileSystemEntries(folder.Data).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(90, "mail.example.com", Verdict.Ok, "is in force until ")]
    [InlineData(7, "mail.example.com", Verdict.Warn, "ends soon")]
    [InlineData(-1, "mail.example.com", Verdict.Fail, "is in force from ")]
    [InlineData(90, "other.example.com", Verdict.Fail, "is not for mail.example.com")]
    public async Task a_certificate_is_judged_by_its_dates_and_name(int days, string host, Verdict verdict, string text)
    {
        var (certificate, key) = Certificates.Write(folder, host, TimeSpan.FromDays(days));
        var finding = Find(
            await Examine(
                ("HostName", "mail.example.com"),
                ("Submission:Certificate", certificate),
                ("Submission:CertificateKey", key)),
            "certificate");
        finding.Verdict.ShouldBe(verdict);
        finding.Text.ShouldStartWith(text);
    }

    [Fact]
    public async Task a_resolver_that_fails_is_a_warning_for_the_sandbox_works_without()
    {
        zone.Trouble = new DnsAnswer.ServerFailure("refused");
        Find(await Examine(), "DNS").ShouldBe(Finding.Warn(
            "DNS", "does not answer: refused",
            "Check the network, or name servers with --delivery-dns-servers. The sandbox works without."));
    }

    [Fact]
    public async Task localhost_is_no_name_for_receivers() =>
        Find(await Examine(), "host name").Verdict.ShouldBe(Verdict.Warn);

    [Fact]
    public async Task an_address_that_leads_to_the_name_and_back_is_well()
    {
        zone.Host("mail.example.com", "8.8.4.4").Reverse("8.8.4.4", "mail.example.com");
        Find(await Examine(Named), "PTR").ShouldBe(Finding.Ok("PTR", "8.8.4.4 is mail.example.com and back"));
    }

    [Fact]
    public async Task an_address_without_a_name_fails() =>
        Find(await Examine(Named), "PTR").Text.ShouldBe("8.8.4.4 has no name");

    [Fact]
    public async Task a_name_that_does_not_lead_back_fails()
    {
        zone.Host("mail.example.com", "8.8.8.8").Reverse("8.8.4.4", "mail.example.com");
        var finding = Find(await Examine(Named), "PTR");
        finding.Verdict.ShouldBe(Verdict.Fail);
        finding.Text.ShouldContain("does not lead back");
    }

    [Fact]
    public async Task another_name_than_the_host_name_is_a_warning()
    {
        zone.Host("pool-7.isp.example", "8.8.4.4").Reverse("8.8.4.4", "pool-7.isp.example");
        Find(await Examine(Named), "PTR").Verdict.ShouldBe(Verdict.Warn);
    }

    [Fact]
    public async Task a_host_that_does_not_exist_leaves_the_outbound_port_untried()
    {
        var findings = await Examine("nowhere.example");
        Find(findings, "outbound port 25").Text.ShouldBe("not tried: nowhere.example has no address");
    }

    private static (string, string)[] Named =>
        [("HostName", "mail.example.com"), ("Delivery:SourceAddress", "8.8.4.4")];

    private static Finding Find(List<Finding> findings, string subject) =>
        findings.Single(finding => finding.Subject == subject);

    private Task<List<Finding>> Examine(params (string, string)[] given) => Examine("mx.outside.example", given);

    private async Task<List<Finding>> Examine(string outboundHost, params (string, string)[] given)
    {
        var read = Reading.Of(
        [
            ("Data", folder.Data), ("Http:Listen", "127.0.0.1:0"), ("Submission:Listen", "127.0.0.1:0"),
            ("Submission:ListenTls", ""), ("Inbound:Listen", ""), .. given,
        ]);
        var patient = new Patient(read, zone, outboundHost, TimeProvider.System) { Patience = Patience.Max };
        return await Examination.Run(patient).ToListAsync();
    }
}
