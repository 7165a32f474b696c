using Actors.Mail.Envelopes;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Mail.Tests.Envelopes;

public sealed class DsnParameterTests
{
    [Theory]
    [InlineData("abc.1/2+2B", "abc.1/2+")]
    [InlineData("a+20b+3Dc", "a b=c")]
    public void an_envelope_id_is_told_in_two_forms(string encoded, string text)
    {
        EnvelopeId.TryParse(encoded, out var id).ShouldBeTrue();
        (id!.Encoded, id.Text).ShouldBe((encoded, text));
        Xtext.Encode(text).ShouldBe(encoded);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\r\nRCPT TO:<x@y.test>")]
    [InlineData("a+b")]
    [InlineData("a+2b")]
    [InlineData("a=b")]
    [InlineData("a+0D+0AX")]
    [InlineData("a+7F")]
    [InlineData("a+FC")]
    [InlineData("a+2")]
    [InlineData("\u00fc")]
    [InlineData(null)]
    public void what_could_end_a_line_here_or_in_a_notification_is_no_envelope_id(string? text) =>
        EnvelopeId.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void an_envelope_id_has_at_most_a_hundred_characters()
    {
        EnvelopeId.TryParse(new string('a', 100), out _).ShouldBeTrue();
        EnvelopeId.TryParse(new string('a', 101), out _).ShouldBeFalse();
    }

    [Fact]
    public void any_printable_text_comes_back_from_xtext() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        given =>
        {
            var text = string.Concat(given.Get.Where(c => c is >= ' ' and <= '~'));
            return Xtext.TryDecode(Xtext.Encode(text), out var back) && back == text;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("rfc822;bob@example.org", "bob@example.org")]
    [InlineData("Rfc822;a+2Bb@example.org", "a+b@example.org")]
    [InlineData("x400;C+3DGB", "C=GB")]
    [InlineData("utf-8;grüße@example.org", "grüße@example.org")]
    [InlineData("utf-8;gr\\x{FC}\\x{DF}e@example.org", "grüße@example.org")]
    [InlineData("utf-8;\\x{1F4EC}@example.org", "📬@example.org")]
    public void an_original_recipient_is_a_type_and_an_address(string text, string address)
    {
        OriginalRecipient.TryParse(text, out var original).ShouldBeTrue();
        (original!.Address, original.ToString()).ShouldBe((address, text));
    }

    [Theory]
    [InlineData("rfc822")]
    [InlineData(";bob@example.org")]
    [InlineData("rfc822;")]
    [InlineData("rfc 822;bob@example.org")]
    [InlineData("rfc822;bob@example.org NOTIFY=NEVER")]
    [InlineData("rfc822;a+0D+0ABcc:")]
    [InlineData("rfc822;grüße@example.org")]
    [InlineData("utf-8;a\\x{D}\\x{A}b")]
    [InlineData("utf-8;a\\x{85}b")]
    [InlineData("utf-8;a\\x{2028}b")]
    [InlineData("utf-8;a\\x{D800}b")]
    [InlineData("utf-8;a\\x{110000}b")]
    [InlineData("utf-8;a\\x{}b")]
    [InlineData("utf-8;a\\n")]
    [InlineData("utf-8;a\u0001")]
    [InlineData(null)]
    public void what_could_end_a_line_is_no_original_recipient(string? text) =>
        OriginalRecipient.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void an_original_recipient_in_utf8_has_a_form_in_ascii_unless_that_is_too_long()
    {
        OriginalRecipient.Parse("utf-8;grüße@example.org").ToAscii()!.ToString()
            .ShouldBe("utf-8;gr\\x{FC}\\x{DF}e@example.org");
        OriginalRecipient.Parse("utf-8;" + new string('ü', 200)).ToAscii().ShouldBeNull();
        OriginalRecipient.TryParse("rfc822;" + new string('a', 493), out _).ShouldBeTrue();
        OriginalRecipient.TryParse("rfc822;" + new string('a', 494), out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("never", DsnNotify.Never, "NEVER")]
    [InlineData("DELAY,success", DsnNotify.Success | DsnNotify.Delay, "SUCCESS,DELAY")]
    [InlineData("SUCCESS,FAILURE,DELAY,FAILURE", (DsnNotify)14, "SUCCESS,FAILURE,DELAY")]
    public void notify_is_a_list(string text, DsnNotify notify, string written)
    {
        DsnNotifyText.TryParse(text, out var read).ShouldBeTrue();
        read.ShouldBe(notify);
        read.Text().ShouldBe(written);
    }

    [Theory]
    [InlineData("")]
    [InlineData("NEVER,DELAY")]
    [InlineData("SUCCESS,")]
    [InlineData("SOMETIMES")]
    public void anything_else_is_no_list(string text) => DsnNotifyText.TryParse(text, out _).ShouldBeFalse();
}
