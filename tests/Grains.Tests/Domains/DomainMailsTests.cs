using Actors.Grains.Domains;
using Actors.Grains.StandardEmails;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Domains.Records;
using static Actors.Grains.Tests.Domains.Registered;

namespace Actors.Grains.Tests.Domains;

public sealed class DomainMailsTests
{
    [Fact]
    public void the_owner_is_told_when_it_is_verified_and_when_it_breaks()
    {
        var verified = Told(New(), Verified());
        verified.Outgoing.Select(mail => (mail.Kind, mail.To.ToString(), mail.Values["domain"]))
            .ShouldBe([(StandardEmailKind.DomainVerified, "ann@example.org", "example.com")]);

        var broken = Told(Verified(), Look(Verified(), RecordState.Missing, Start.AddDays(1))).Outgoing.Single();
        broken.Kind.ShouldBe(StandardEmailKind.DomainBroken);
        broken.Values["held_from"].ShouldBe("2030-01-03 12:00 UTC");
        broken.Values["records"].ShouldBe("""
            abcdefgh2345-1._domainkey.example.com Missing; it has to be CNAME abcdefgh2345-1.dkim.mail.example.net
            abcdefgh2345-2._domainkey.example.com Missing; it has to be CNAME abcdefgh2345-2.dkim.mail.example.net
            """);
    }

    [Fact]
    public void nobody_is_told_what_did_not_change()
    {
        Told(Verified(), Look(Verified(), RecordState.Found, Start.AddDays(1))).Outgoing.ShouldBeEmpty();
        DomainMails.Told(New(), Verified(), [], DomainName.Parse("example.com"), Options).Outgoing.ShouldBeEmpty();
    }

    [Fact]
    public void each_change_has_a_mail_of_its_own()
    {
        var broken = Look(Verified(), RecordState.Missing, Start.AddDays(1));
        var whole = Look(broken, RecordState.Found, Start.AddDays(1).AddHours(1));

        new[] { Told(New(), Verified()), Told(Verified(), broken), Told(broken, whole) }
            .Select(state => state.Outgoing.Single().Id).Distinct().Count().ShouldBe(3);
    }

    private static DomainState Told(DomainState before, DomainState after) =>
        DomainMails.Told(
            before, after, [EmailAddress.Parse("ann@example.org")], DomainName.Parse("example.com"), Options);
}
