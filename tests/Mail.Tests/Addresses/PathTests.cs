using Actors.Mail.Addresses;

namespace Actors.Mail.Tests.Addresses;

public sealed class PathTests
{
    [Fact]
    public void the_null_path_is_only_a_reverse_path()
    {
        ReversePath.TryParse("<>", out var path).ShouldBeTrue();
        path.ShouldBe(ReversePath.Null);
        (path.IsNull, path.ToString()).ShouldBe((true, "<>"));
        ForwardPath.TryParse("<>", out _).ShouldBeFalse();
    }

    [Fact]
    public void a_path_prints_as_it_was_read()
    {
        ReversePath.TryParse("<\"a b\"@example.com>", out var from).ShouldBeTrue();
        from.ToString().ShouldBe("<\"a b\"@example.com>");
        ForwardPath.TryParse("<a@example.com>", out var to).ShouldBeTrue();
        to.ShouldBe(ForwardPath.Of(EmailAddress.Parse("a@example.com")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("<")]
    [InlineData(">")]
    [InlineData("a@example.com")]
    [InlineData("<a@example.com")]
    [InlineData("a@example.com>")]
    [InlineData("< a@example.com>")]
    [InlineData("<a@example.com>\r\nRCPT TO:<b@example.com>")]
    [InlineData("<@x.example:a@example.com>")]
    [InlineData("<Postmaster>")]
    [InlineData("<<>>")]
    public void anything_else_is_refused(string? text)
    {
        ReversePath.TryParse(text, out _).ShouldBeFalse();
        ForwardPath.TryParse(text, out _).ShouldBeFalse();
    }
}
