using Actors.Mail.Addresses;
using Actors.Mail.Messages;

namespace Actors.Mail.Tests.Addresses;

public sealed class MailboxTests
{
    private static readonly EmailAddress Address = EmailAddress.Parse("a@b.example");

    [Theory]
    [InlineData("a@b.example", null)]
    [InlineData("<a@b.example>", null)]
    [InlineData("Anna Bell <a@b.example>", "Anna Bell")]
    [InlineData("\"Bell, Anna\" <a@b.example>", "Bell, Anna")]
    [InlineData("\"A \\\"B\\\" \\\\\" <a@b.example>", "A \"B\" \\")]
    [InlineData("Änne (home) <a@b.example>", "Änne (home)")]
    [InlineData("\"\" <a@b.example>", null)]
    public void a_mailbox_is_a_name_and_an_address(string text, string? name)
    {
        var mailbox = Mailbox.Parse(text);
        mailbox.DisplayName.ShouldBe(name);
        mailbox.Address.ShouldBe(Address);
        Mailbox.Parse(mailbox.ToString()).ShouldBe(mailbox);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Anna")]
    [InlineData("Anna <a@b.example> Bell")]
    [InlineData("\"Anna <a@b.example>")]
    [InlineData("\"An\"na\" <a@b.example>")]
    [InlineData("\"Anna\\\" <a@b.example>")]
    [InlineData("Anna <>")]
    [InlineData("Anna <a@b.example>, <c@d.example>")]
    [InlineData("An\r\nna <a@b.example>")]
    public void anything_else_is_refused(string? text) => Mailbox.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void a_name_holds_no_control_character()
    {
        for (var c = '\0'; c < 0xA0; c++)
            Mailbox.TryCreate($"a{c}b", Address, out _).ShouldBe(!char.IsControl(c), $"{(int)c:X}");
        Mailbox.TryCreate("a\u2028b", Address, out _).ShouldBeFalse();
        Mailbox.TryCreate("a\ud800b", Address, out _).ShouldBeFalse();
    }

    /// <summary>The first is shown as "shop@bank.example". Marks (U+200E, U+200F) turn nothing around.</summary>
    [Theory]
    [InlineData("\u202Eelpmaxe.knab@pohs", false)]
    [InlineData("a\u202Ab\u202C", false)]
    [InlineData("a\u202Bb", false)]
    [InlineData("a\u202Db", false)]
    [InlineData("\u2066a\u2069", false)]
    [InlineData("\u2067a", false)]
    [InlineData("\u2068a", false)]
    [InlineData("\u05D3\u05E0\u05D9\u200F (A)", true)]
    public void a_name_holds_nothing_that_turns_text_around(string name, bool right) =>
        Mailbox.TryCreate(name, Address, out _).ShouldBe(right);

    [Fact]
    public void a_name_in_mail_from_anywhere_is_read_without_what_turns_it_around() =>
        AddressList.Parse("\"a\u202Eb\" <a@b.example>, =?utf-8?Q?c=E2=80=AEd?= <c@d.example>").Mailboxes
            .Select(mailbox => mailbox.DisplayName).ShouldBe(["ab", "cd"]);

    [Fact]
    public void a_name_has_at_most_512_units()
    {
        Mailbox.TryCreate(new string('x', AddressLimits.DisplayNameMax), Address, out _).ShouldBeTrue();
        Mailbox.TryCreate(new string('x', AddressLimits.DisplayNameMax + 1), Address, out _).ShouldBeFalse();
    }
}
