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
