using System.Buffers;

namespace Actors.Grains.Imports;

/// <summary>Keeps a spreadsheet from taking a text for a formula: an apostrophe goes before it.</summary>
public static class FormulaGuard
{
    private const char Mark = '\'';
    private static readonly SearchValues<char> Beginnings = SearchValues.Create("=+-@\t\r");

    /// <summary>A text that looks guarded already gets one more, so that <see cref="Off"/> gives it back.</summary>
    public static string On(string text) => IsFormula(text.AsSpan().TrimStart(Mark)) ? Mark + text : text;

    /// <returns>What <see cref="On"/> was given.</returns>
    public static string Off(string text) =>
        text is [Mark, ..] && IsFormula(text.AsSpan().TrimStart(Mark)) ? text[1..] : text;

    private static bool IsFormula(ReadOnlySpan<char> text) => !text.IsEmpty && Beginnings.Contains(text[0]);
}
