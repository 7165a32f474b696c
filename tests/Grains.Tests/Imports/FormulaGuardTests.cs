using Actors.Grains.Imports;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Grains.Tests.Imports;

public sealed class FormulaGuardTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+ann@example.org", "'+ann@example.org")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("'=1", "''=1")]
    [InlineData("'s-Hertogenbosch", "'s-Hertogenbosch")]
    [InlineData("'", "'")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void what_a_spreadsheet_would_take_for_a_formula_gets_an_apostrophe(string text, string guarded) =>
        FormulaGuard.On(text).ShouldBe(guarded);

    [Fact]
    public void any_text_comes_back_and_begins_with_no_formula()
    {
        var texts = Gen.ListOf(Gen.Elements('\'', '=', '+', '-', '@', '\t', '\r', 'a'))
            .Select(characters => string.Concat(characters));
        Prop.ForAll(texts.ToArbitrary(), text =>
            FormulaGuard.Off(FormulaGuard.On(text)) == text && !"=+-@\t\r".Contains(
                FormulaGuard.On(text).FirstOrDefault('a'), StringComparison.Ordinal)).QuickCheckThrowOnFailure();
    }
}
