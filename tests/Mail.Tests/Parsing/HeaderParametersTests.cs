using Actors.Mail.Parsing;

namespace Actors.Mail.Tests.Parsing;

public sealed class HeaderParametersTests
{
    [Theory]
    [InlineData("x; a=1", "1")]
    [InlineData("x; A = 1 ; b=2", "1")]
    [InlineData("x;a=\"1 ; 2\";b=3", "1 ; 2")]
    [InlineData("x; a=\"q\\\"uote\\\\\"", "q\"uote\\")]
    [InlineData("x; a=\"never ends; b=2", "never ends; b=2")]
    [InlineData("x; a=----=_Part_1", "----=_Part_1")]
    [InlineData("x; a=us-ascii (Plain text)", "us-ascii")]
    [InlineData("x; a=my file.pdf", "my file.pdf")]
    [InlineData("x;; ;b;=;a=1", "1")]
    [InlineData("x; a=1; a=2", "1")]
    [InlineData("x; b=2", null)]
    [InlineData("a=1", null)]
    [InlineData("", null)]
    public void parameters_are_read_tolerantly(string field, string? expected) =>
        HeaderParameters.Parse(field)["a"].ShouldBe(expected);

    [Theory]
    [InlineData("x; a*=utf-8''%C3%BC", "ü")]
    [InlineData("x; a*=utf-8'de'%C3%BC", "ü")]
    [InlineData("x; a*=iso-8859-1''%FC", "ü")]
    [InlineData("x; a*0=one; a*1=two", "onetwo")]
    [InlineData("x; a*1=two; a*0=one", "onetwo")]
    [InlineData("x; a*0*=utf-8''%C3; a*1*=%BC; a*2=%41", "ü%41")]
    [InlineData("x; a*0=one; a*2=three", "one")]
    [InlineData("x; a*1=two", null)]
    [InlineData("x; a=plain; a*=utf-8''better", "better")]
    [InlineData("x; a*=%41%4", "A%4")]
    [InlineData("x; a*=no-such''%C3%BC", "ü")]
    [InlineData("x; a*x=1; a*99999999999=2; a*0=0", "0")]
    [InlineData("x; a*=utf-8''\U0001F600%20\U0001F600", "\U0001F600 \U0001F600")]
    public void continuations_and_charsets_are_joined(string field, string? expected) =>
        HeaderParameters.Parse(field)["a"].ShouldBe(expected);

    [Fact]
    public void a_file_name_is_decoded_wherever_it_stands()
    {
        Mails.Parse("Content-Type: a/b; name=\"=?utf-8?Q?=C3=BC?=\"", "", "").Root.FileName.ShouldBe("ü");
        Mails.Parse("Content-Type: a/b; name=n", "Content-Disposition: ATTACHMENT; filename*=utf-8''%C3%BC", "", "")
            .Root.FileName.ShouldBe("ü");
        Mails.Parse("Content-Disposition: inline", "", "").Root.FileName.ShouldBeNull();
    }

    [Fact]
    public void parameters_beyond_the_number_are_left_out() => HeaderParameters.Parse(
        "x" + string.Concat(Enumerable.Range(0, 2 * ParsingLimits.ParametersMax).Select(i => $"; p{i}=v")))
        .Count.ShouldBe(ParsingLimits.ParametersMax);
}
