using System.Text;
using Actors.Grains.Imports;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Grains.Tests.Imports.Reading;

/// <summary>Files in UTF-16 with a byte order mark, as spreadsheets save "Unicode text".</summary>
public sealed class Utf16Tests
{
    private const string Sheet =
        "email\tname\tcity\r\nann@example.org\tÅsa \u4E2D\u6587 \U0001F600\tOslo\r\n\r\n"
        + "bob@example.org\t\"O\"\"Hara\"\tBrno\r\n";

    private static readonly string[] Pieces =
    [
        "ann@example.org", ",", ",", "\"", "\"", "\r", "\n", "\r\n", "x", "é", "\u4E2D", "\U0001F600", "\uD83D",
        "\uDE00", "\u0000", "\uFFFD", " ",
    ];

    public static TheoryData<bool> Orders => [false, true];

    [Theory]
    [MemberData(nameof(Orders))]
    public void a_sheet_is_read_as_it_is_in_utf8(bool isBigEndian)
    {
        var file = ReadFile.Csv(Sheet, EncodingOf(isBigEndian));
        file.Layout.Delimiter.ShouldBe('\t');
        file.Told().ShouldBe(ReadFile.Csv(Sheet).Told());
        file.Told().ShouldBe([
            "2 ann@example.org city=Oslo name=Åsa \u4E2D\u6587 \U0001F600", "4 bob@example.org city=Brno name=O\"Hara",
        ]);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void cut_anywhere_it_gives_the_rows_of_utf8(bool isBigEndian)
    {
        var cases = Gen.Elements(Pieces).ListOf().Zip(Gen.Choose(1, 5));
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var text = "email,x\nbob@example.org,1\n" + string.Concat(one.Item1);
            var file = new ReadFile(Octets(text, isBigEndian));
            var whole = file.Told();
            file.Told(piece: one.Item2).ShouldBe(whole);
            file.Told(piece: 1, rowsMax: one.Item2).ShouldBe(whole);
            if (!HasHalves(text))
                whole.ShouldBe(ReadFile.Csv(text).Told());
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void half_a_character_costs_its_own_row_also_at_the_end()
    {
        const string File = "email,x\nann@example.org,\uD83D\nbob@example.org,1\ncarl@example.org,2";
        var octets = Octets(File, isBigEndian: false);
        new ReadFile(octets).Told().ShouldBe([
            "2 invalid_text: ann@example.org,\uFFFD", "3 bob@example.org x=1", "4 carl@example.org x=2",
        ]);
        new ReadFile(octets[..^1]).Told()[^1].ShouldBe("4 invalid_text: carl@example.org,\uFFFD");
    }

    [Theory]
    [InlineData('x')]
    [InlineData('é')]
    [InlineData('\u4E2D')]
    public void a_row_that_is_too_long_is_passed_over_wherever_it_is_cut(char fill)
    {
        var length = 2 * ImportFileLimits.RowOctetsMax;
        for (var more = 0; more < 4; more++)
        {
            var row = "a@example.org," + new string(fill, length + more);
            var file = ReadFile.Csv($"email,x\n{row}\nb@example.org,1", Encoding.Unicode);
            var told = file.Told();
            told.Select(one => one.Split(':')[0]).ShouldBe(["2 too_long", "3 b@example.org x=1"]);
            file.Told(100_003).ShouldBe(told);
        }
    }

    /// <summary>As the encoder would not write halves of pairs.</summary>
    private static byte[] Octets(string text, bool isBigEndian) =>
    [
        .. EncodingOf(isBigEndian).Preamble,
        .. text.SelectMany(unit => isBigEndian
            ? new[] { (byte)(unit >> 8), (byte)unit }
            : [(byte)unit, (byte)(unit >> 8)]),
    ];

    private static bool HasHalves(string text)
    {
        for (var at = 0; at < text.Length; at++)
            if (char.IsSurrogatePair(text, at))
                at++;
            else if (char.IsSurrogate(text[at]))
                return true;
        return false;
    }

    private static Encoding EncodingOf(bool isBigEndian) => isBigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode;
}
