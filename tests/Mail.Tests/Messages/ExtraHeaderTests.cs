using Actors.Mail.Messages;

namespace Actors.Mail.Tests.Messages;

public sealed class ExtraHeaderTests
{
    [Theory]
    [InlineData("From")]
    [InlineData("sender")]
    [InlineData("Reply-To")]
    [InlineData("To")]
    [InlineData("CC")]
    [InlineData("Bcc")]
    [InlineData("Date")]
    [InlineData("Message-Id")]
    [InlineData("Subject")]
    [InlineData("MIME-Version")]
    [InlineData("Content-Anything")]
    [InlineData("Received")]
    [InlineData("Return-Path")]
    [InlineData("DKIM-Signature")]
    [InlineData("Resent-Bcc")]
    [InlineData("ARC-Seal")]
    [InlineData("Precedence")]
    [InlineData("feedback-id")]
    [InlineData("List-Unsubscribe")]
    [InlineData("List-Unsubscribe-Post")]
    [InlineData("List-ID")]
    [InlineData("CFBL-Address")]
    [InlineData("Authentication-Results")]
    [InlineData("X-Idempotency-Key")]
    public void what_the_message_sets_itself_is_refused(string name)
    {
        ExtraHeader.TryCreate(name, "x", out _, out var problem).ShouldBeFalse();
        problem.ShouldBe($"The header {name} is set by the message itself and cannot be given as an extra header.");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("X Y")]
    [InlineData("X:")]
    [InlineData("X\r\nBcc")]
    [InlineData("X\0")]
    [InlineData("Ü")]
    public void a_name_is_printable_ascii_without_colon(string? name) =>
        ExtraHeader.TryCreate(name, "x", out _, out _).ShouldBeFalse();

    [Fact]
    public void no_control_character_fits_a_value()
    {
        for (var c = '\0'; c < 0xA0; c++)
            ExtraHeader.TryCreate("X-Y", $"a{c}b", out _, out _).ShouldBe(!char.IsControl(c), $"{(int)c:X}");
        ExtraHeader.TryCreate("X-Y", "a\u2028b", out _, out _).ShouldBeFalse();
        ExtraHeader.TryCreate("X-Y", "a\ud800b", out _, out _).ShouldBeFalse();
        ExtraHeader.TryCreate("X-Y", null, out _, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("In-Reply-To", "<a@b.example>", true)]
    [InlineData("references", "<a@b.example> <c@d.example>", true)]
    [InlineData("References", "a@b.example", false)]
    [InlineData("References", "<a@b.example>, <c@d.example>", false)]
    [InlineData("References", "", false)]
    [InlineData("In-Reply-To", "<\u00fc@b.example>", false)]
    [InlineData("Auto-Submitted", "auto-generated", true)]
    [InlineData("Auto-Submitted", "yes", false)]
    public void a_value_that_programs_read_has_to_be_right(string name, string value, bool right)
    {
        ExtraHeader.TryCreate(name, value, out _, out var problem).ShouldBe(right);
        problem?.ShouldStartWith($"The value of {name} must be");
    }

    [Fact]
    public void sizes_are_limited()
    {
        ExtraHeader.TryCreate(new string('X', MessageLimits.HeaderNameMax), "x", out _, out _).ShouldBeTrue();
        ExtraHeader.TryCreate(new string('X', MessageLimits.HeaderNameMax + 1), "x", out _, out _).ShouldBeFalse();
        ExtraHeader.TryCreate("X", new string('x', MessageLimits.UnfoldableRunMax), out _, out _).ShouldBeTrue();
        ExtraHeader.TryCreate("X", new string('x', MessageLimits.UnfoldableRunMax + 1), out _, out _).ShouldBeFalse();
        ExtraHeader.TryCreate("X", new string('ü', MessageLimits.HeaderValueMax), out _, out _).ShouldBeTrue();
        ExtraHeader.TryCreate("X", new string('ü', MessageLimits.HeaderValueMax + 1), out _, out _).ShouldBeFalse();
    }
}
