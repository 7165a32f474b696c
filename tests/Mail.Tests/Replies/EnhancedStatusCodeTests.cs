using Actors.Mail.Replies;

namespace Actors.Mail.Tests.Replies;

public sealed class EnhancedStatusCodeTests
{
    [Theory]
    [InlineData("2.0.0")]
    [InlineData("4.2.2")]
    [InlineData("5.1.1")]
    [InlineData("5.999.999")]
    public void a_code_prints_as_it_was_read(string text) => EnhancedStatusCode.Parse(text).ToString().ShouldBe(text);

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("5.1")]
    [InlineData("5.1.")]
    [InlineData("3.1.1")]
    [InlineData("5.1.1.1")]
    [InlineData("5.1.1000")]
    [InlineData("5.-1.1")]
    [InlineData("5.1.1 ")]
    [InlineData("5.1.x")]
    [InlineData("5,1,1")]
    [InlineData("\u0665.1.1")]
    public void anything_else_is_refused(string text) => EnhancedStatusCode.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void parts_out_of_range_are_a_fault()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new EnhancedStatusCode(3, 0, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => new EnhancedStatusCode(5, 1000, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => new EnhancedStatusCode(5, 0, -1));
    }
}
