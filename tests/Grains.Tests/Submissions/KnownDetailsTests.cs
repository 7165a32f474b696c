using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Submissions;

public sealed class KnownDetailsTests
{
    private static readonly EmailAddress Ann = EmailAddress.Parse("ann@example.net");
    private static readonly EmailAddress Ben = EmailAddress.Parse("ben@example.net");

    private static readonly ImmutableDictionary<ContactHash, ImmutableDictionary<string, string>> Known =
        ImmutableDictionary<ContactHash, ImmutableDictionary<string, string>>.Empty.Add(
            ContactHash.Of(Ann), Values(("city", "Oslo"), ("name", "Ann"), ("manager", "ada@shop.example")));

    private static readonly AccountAddressing FromManager = new()
    {
        From = new AddressOverride("manager", null, null),
    };

    [Fact]
    public void words_with_variables_get_the_details_they_ask_for_and_the_request_goes_before()
    {
        var filled = KnownDetails.Fill(
            Mail("Dear {{name}} of {{city}}", To(Ann, ("name", "Anna")), To(Ben, ("name", "Ben"))), null, Known);
        filled.Recipients[0].Variables.ShouldBe(Values(("name", "Anna"), ("city", "Oslo")), ignoreOrder: true);
        filled.Recipients[1].Variables.ShouldBe(Values(("name", "Ben")));
        filled.Recipients.ShouldAllBe(recipient => recipient.Details.IsEmpty, "nothing is stored that nobody asks for");
    }

    [Fact]
    public void an_account_takes_its_addresses_from_them()
    {
        var filled = KnownDetails.Fill(Mail("Hello", To(Ann)), FromManager, Known);
        filled.Recipients[0].Details.ShouldBe(Values(("manager", "ada@shop.example")));
        AddressingRules.Author(filled, filled.Recipients[0], FromManager).ShouldNotBeNull()
            .ToString().ShouldBe("ada@shop.example");
    }

    [Fact]
    public void nobody_reads_them_where_nothing_asks()
    {
        var plain = Mail("{{name}} as it stands", To(Ann));
        KnownDetails.AreWanted(plain, null).ShouldBeFalse();
        KnownDetails.AreWanted(plain, new AccountAddressing { DisplayName = "Shop" }).ShouldBeFalse();
        KnownDetails.AreWanted(plain, FromManager).ShouldBeTrue();
        KnownDetails.AreWanted(plain with { IsNotice = true }, FromManager).ShouldBeFalse();
        KnownDetails.AreWanted(Mail("{{name}}", To(Ann, ("name", "A"))), null).ShouldBeTrue();
    }

    private static SubmitCommand Mail(string text, params Recipient[] to) => new()
    {
        Account = null,
        Source = new MailSource.Parts(new MailParts(
            Mailbox.Parse("shop@shop.example"), [], "Hello", text, null, [], [],
            to.Any(recipient => !recipient.Variables.IsEmpty))),
        Recipients = [.. to],
    };

    private static Recipient To(EmailAddress address, params (string, string)[] variables) =>
        Recipient.Of(address) with { Kind = RecipientKind.To, Variables = Values(variables) };

    private static ImmutableDictionary<string, string> Values(params (string Name, string Value)[] values) =>
        values.ToImmutableDictionary(one => one.Name, one => one.Value);
}
