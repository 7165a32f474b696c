using Actors.Mail.Addresses;
using Actors.Mail.Addresses.Registries;

namespace Actors.Mail.Tests.Addresses.Registries;

public sealed class RegistryTests
{
    private static readonly PublicSuffixes List = PublicSuffixes.Read("""
        // a comment
        com
        test  trailing words do not count

        *.wild.test
        !but.wild.test
        příklad.test
        not a/rule
        """);

    [Theory]
    [InlineData("com", true)]
    [InlineData("unlisted", true)] // one label is always a suffix
    [InlineData("example.com", false)]
    [InlineData("any.wild.test", true)]
    [InlineData("but.wild.test", false)]
    [InlineData("wild.test", false)]
    [InlineData("www.any.wild.test", false)]
    [InlineData("xn--pklad-zsa96e.test", true)]
    public void the_list_is_read_as_its_keepers_say(string name, bool isSuffix) =>
        List.Contains(DomainName.Parse(name)).ShouldBe(isSuffix);

    [Theory]
    [InlineData("co.uk", true)]
    [InlineData("com.pl", true)]
    [InlineData("shop.co.uk", false)]
    public void without_a_list_the_common_suffixes_are_known(string name, bool isSuffix) =>
        PublicSuffixes.BuiltIn.Contains(DomainName.Parse(name)).ShouldBe(isSuffix);

    [Theory]
    [InlineData("seznam.cz", true)]
    [InlineData("gmail.com", true)]
    [InlineData("mail.gmail.com", true)]
    [InlineData("o2.pl", true)]
    [InlineData("yahoo.co.uk", true)]
    [InlineData("gmx.at", true)]
    [InlineData("gmx.example.com", false)]
    [InlineData("notgmail.com", false)]
    [InlineData("example.cz", false)]
    public void providers_of_mailboxes_are_known(string name, bool isProvider) =>
        FreeMailDomains.Contains(DomainName.Parse(name), PublicSuffixes.BuiltIn).ShouldBe(isProvider);
}
