using Actors.Grains.Imports;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Grains.Tests.Imports.Reading;

public sealed class PieceTests
{
    private static readonly string[] CsvPieces =
    [
        "ann@example.org", "bob@example.org,", ",", ",", "\"", "\"", "\"\"", "\r", "\n", "\n", "\r\n", "x", "é",
        " \"", "\" ",
        "\u0000", "'", "=1", "[\"\"a\"\"]", "{\"\"a\"\":\"\"b\"\"}", ";", " ",
    ];

    private static readonly string[] JsonPieces =
    [
        """{"email":"ann@example.org"}""", "\n", "\r", "\r\n", "{", "}", "\"", "\\", ":",
        """{"email":"b@example.org",""",
        "\"details\":{\"a\":\"é\"}}", "null", "[", " ",
    ];

    [Fact]
    public void cut_anywhere_a_file_of_csv_gives_the_same_rows() => Same(
        CsvPieces, text => ReadFile.Csv("email,lists,details,x\nann@example.org,,,\n" + text));

    [Fact]
    public void cut_anywhere_a_file_of_json_lines_gives_the_same_rows() => Same(
        JsonPieces, text => ReadFile.Json("{\"email\":\"ann@example.org\"}\n" + text));

    [Theory]
    [InlineData("\r")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void cut_anywhere_near_the_longest_row_a_file_gives_the_same_rows(string end)
    {
        for (var more = -4; more <= 4; more++)
            foreach (var (before, fill, after) in new[]
            {
                ("a@example.org,", 'x', ""), ("a@example.org,\"", 'x', "\""), ("a@example.org,\"b", '\n', "\""),
                ("a@example.org,\"b\n", '"', ""), ("a@example.org,\"b\n", 'x', "\"c"),
            })
            {
                var length = ImportFileLimits.RowOctetsMax - before.Length - after.Length + more;
                var row = before + new string(fill, length) + after;
                var file = ReadFile.Csv($"email,x{end}{row}{end}b@example.org,1{end}");
                var whole = file.Told();
                whole[^1].ShouldEndWith(" b@example.org x=1");
                file.Told(ImportFileLimits.BufferOctetsMin, rowsMax: 1).ShouldBe(whole, $"{before} {more}");
                file.Told(100_003).ShouldBe(whole, $"{before} {more}");
            }
    }

    private static void Same(string[] pieces, Func<string, ReadFile> file)
    {
        var cases = Gen.Elements(pieces).ListOf().Zip(Gen.Choose(1, 5));
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var read = file(string.Concat(one.Item1));
            var whole = read.Told();
            read.Told(piece: one.Item2).ShouldBe(whole);
            read.Told(piece: 1, rowsMax: one.Item2).ShouldBe(whole);
        }).QuickCheckThrowOnFailure();
    }
}
