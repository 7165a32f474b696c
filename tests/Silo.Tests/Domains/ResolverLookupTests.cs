using Actors.Dns;
using Actors.Mail.Authentication.Lookups;
using Actors.Silo.Domains;
using Actors.Silo.Tests.Harness;

namespace Actors.Silo.Tests.Domains;

public sealed class ResolverLookupTests
{
    private readonly ZoneResolver zone = new ZoneResolver().Host("Host.example", "192.0.2.1")
        .Reverse("192.0.2.1", "host.example");

    [Fact]
    public async Task records_and_their_owner_are_passed_on()
    {
        var lookup = new ResolverLookup(zone);
        var addresses = await lookup.Addresses("HOST.example", CancellationToken.None);
        (addresses.Records[0].ToString(), addresses.Owner).ShouldBe(("192.0.2.1", "host.example"));
        (await lookup.Names(addresses.Records[0], CancellationToken.None)).Records.ShouldBe(["host.example"]);
        (await lookup.Texts("host.example", CancellationToken.None)).Status.ShouldBe(LookupStatus.NoSuchName);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a..b")]
    [InlineData("exa mple.org")]
    [InlineData("bücher.example")]
    public async Task what_is_no_name_does_not_exist_and_is_not_asked_for(string name)
    {
        zone.Trouble = new DnsAnswer.Timeout();
        (await new ResolverLookup(zone).MailExchangers(name, CancellationToken.None)).Status
            .ShouldBe(LookupStatus.NoSuchName);
    }

    [Fact]
    public async Task trouble_is_temporary_and_no_data_is_told_from_no_name()
    {
        var lookup = new ResolverLookup(zone);
        foreach (var (answer, status) in new (DnsAnswer, LookupStatus)[]
        {
            (new DnsAnswer.Timeout(), LookupStatus.TemporaryFailure),
            (new DnsAnswer.ServerFailure("SERVFAIL"), LookupStatus.TemporaryFailure),
            (new DnsAnswer.NoData(), LookupStatus.NoData),
            (new DnsAnswer.NxDomain(), LookupStatus.NoSuchName),
        })
        {
            zone.Trouble = answer;
            (await lookup.Addresses6("host.example", CancellationToken.None)).Status.ShouldBe(status);
        }
    }
}
