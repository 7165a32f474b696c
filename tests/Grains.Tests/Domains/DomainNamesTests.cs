using Actors.Grains.Domains;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;
using static Actors.Grains.Tests.Domains.Registered;

namespace Actors.Grains.Tests.Domains;

public sealed class DomainNamesTests
{
    [Theory]
    [InlineData("seznam.cz", "seznam.cz belongs to a provider of mailboxes")]
    [InlineData("gmail.com", "gmail.com belongs to a provider of mailboxes")]
    [InlineData("co.uk", "co.uk is a public suffix")]
    [InlineData("example", "example is a public suffix")]
    [InlineData("printer.local", "printer.local is in no public DNS")]
    [InlineData("mail.example.net", "mail.example.net is the platform's own")]
    [InlineData("a.mail.example.net", "a.mail.example.net is the platform's own")]
    [InlineData("neutral.example", "neutral.example is the platform's own")]
    public void names_that_are_no_customers_are_refused_with_the_reason(string name, string reason)
    {
        var refusal = DomainNames.Refuse(DomainName.Parse(name), Options).ShouldNotBeNull();

        (refusal.Code, refusal.Errors[0].Pointer).ShouldBe((RefusalCode.InvalidField, "/domain"));
        refusal.Detail.ShouldStartWith(reason);
    }

    [Theory]
    [InlineData("example.com")]
    [InlineData("news.example.co.uk")]
    [InlineData("příklad.cz")]
    [InlineData("пример.test")]
    [InlineData("例え.test")]
    public void names_of_customers_are_taken_in_every_script(string name) =>
        DomainNames.Refuse(DomainName.Parse(name), Options).ShouldBeNull();

    [Fact]
    public void a_name_below_which_no_record_would_fit_is_refused()
    {
        var label = new string('a', 45);
        var name = $"{label}.{label}.{label}.{label}.test"; // 188 octets

        DomainNames.Refuse(DomainName.Parse(name), Options).ShouldBeNull();
        DomainNames.Refuse(DomainName.Parse("abc." + name), Options)!.Detail.ShouldContain("longer than 190 octets");
    }

    [Fact]
    public void without_a_zone_of_the_platforms_nothing_can_be_registered() =>
        DomainNames.Refuse(DomainName.Parse("example.com"), new DomainOptions())!.Code.ShouldBe(RefusalCode.Conflict);
}
