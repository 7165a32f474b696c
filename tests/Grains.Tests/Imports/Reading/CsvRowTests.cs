using System.Text;
using Actors.Grains.Contacts;
using Actors.Grains.Imports;
using Actors.Grains.Imports.Reading;

namespace Actors.Grains.Tests.Imports.Reading;

public sealed class CsvRowTests
{
    [Fact]
    public void rows_are_read_with_details_and_lists()
    {
        ReadFile.Csv(
            "email,city,lists,name\r\n"
            + "ann@example.org,Oslo,news; offers,\"O\"\"Hara, Ann\"\r\n"
            + "\r\n"
            + " Bob@EXAMPLE.org ,,,\n"
            + "carl@example.org, Rome ,\"[\"\"a;b\"\",\"\"c\"\"]\",\r"
            + "\"dora@example.org\",'=1+1,;news;,''-x").Told().ShouldBe([
            "2 ann@example.org city=Oslo name=O\"Hara, Ann [news] [offers]",
            "4 Bob@example.org",
            "5 carl@example.org city= Rome  [a;b] [c]",
            "6 dora@example.org city==1+1 name='-x [news]",
        ]);
    }

    [Fact]
    public void the_origin_is_the_import() => ReadFile.Csv("email\nann@example.org").Rows().Single()
        .ShouldBeOfType<ImportRow.Asked>().Command.ShouldBeOfType<ContactCommand.Put>()
        .Origin.ShouldBe(ContactOrigin.Import);

    [Fact]
    public void between_semicolons_lists_are_joined_by_bars() =>
        ReadFile.Csv("email;lists\nann@example.org;a|b c").Told().ShouldBe(["2 ann@example.org [a] [b c]"]);

    [Fact]
    public void details_without_a_column_stand_in_one_as_json() =>
        ReadFile.Csv(
            "email\tdetails\tcity\nann@example.org\t\"{\"\"a\"\":\"\"\"\",\"\"email\"\":\"\"x\"\"}\"\tOslo\n").Told()
            .ShouldBe(["2 ann@example.org a= city=Oslo email=x"]);

    [Fact]
    public void a_row_of_the_blacklist_is_of_an_address_or_a_domain()
    {
        ReadFile.Csv(
            """
            email,domain,reason,since,message,expires_at,note
            ann@example.org,,hard_bounce,2029-01-01T00:00:00Z,,,
            ,Bücher.example,manual,,,2030-02-01T00:00:00+01:00,moved
            ann@example.org,example.org,,,,,
            ,,,,,,
            bob@example.org,,,,,2030-01-01T12:00:00Z,
            bob@example.org,,,,,soon,
            ,1.2.3.4,,,,,
            """, ImportKind.Blacklist).Told().ShouldBe([
            "2 ann@example.org", "3 @xn--bcher-kva.example (moved) until 2030-01-31 23:00:00Z", "4 one_of: ",
            "5 one_of: ",
            "6 in_the_past: 2030-01-01T12:00:00Z", "7 invalid_time: soon", "8 domain_syntax: 1.2.3.4",
        ]);
    }

    [Theory]
    [InlineData("ann,", "address_syntax: ann")]
    [InlineData("Ann <ann@example.org>,", "address_syntax: Ann <ann@example.org>")]
    [InlineData("a\u202Enn@example.org,", "control_character: a\uFFFDnn@example.org")]
    [InlineData(",x", "missing: ")]
    [InlineData("  ", "columns: ")]
    [InlineData("ann@example.org", "columns: ")]
    [InlineData("ann@example.org,x,y", "columns: ")]
    [InlineData("ann@example.org,x\ty", "invalid_details: x\uFFFDy")]
    [InlineData("ann@example.org,\"x\ny\"", "invalid_details: x\uFFFDy")]
    [InlineData("ann@example.org,\0", "invalid_details: \uFFFD")]
    [InlineData("ann@example.org,\"a\"b", "quotes: ann@example.org,\"a\"b")]
    [InlineData("ann@example.org, \"a\" b", "quotes: ann@example.org, \"a\" b")]
    [InlineData("\"Ann\" ann@example.org,a", "quotes: \"Ann\" ann@example.org,a")]
    [InlineData("ann@example.org\",\"a", "quotes: ann@example.org\",\"a")]
    [InlineData("ann@example.org,\"a", "quotes: ann@example.org,\"a")]
    public void a_row_that_cannot_be_is_told_and_changes_no_other(string row, string told) =>
        ReadFile.Csv($"email,x\nann@example.org,1\n{row}\nbob@example.org,2\n").Told()
            .ShouldBe(["2 ann@example.org x=1", $"3 {told}", "4 bob@example.org x=2"]);

    [Theory]
    [InlineData("ann@example.org,5\" disk", "x=5\" disk")]
    [InlineData("ann@example.org,5\"", "x=5\"")]
    [InlineData("ann@example.org,a\"\"b", "x=a\"\"b")]
    [InlineData("ann@example.org, \"a, b\" ", "x=a, b")]
    [InlineData("  \"ann@example.org\"  ,\" a\"\"\"", "x= a\"")]
    [InlineData("ann@example.org, a ", "x= a ")]
    public void quotes_and_spaces_are_read_as_other_programs_write_them(string row, string told)
    {
        foreach (var end in new[] { "\n", "\r\n", "\r" })
            ReadFile.Csv($"email,x{end}{row}{end}bob@example.org,\"2\"{end}").Told()
                .ShouldBe([$"2 ann@example.org {told}", "3 bob@example.org x=2"]);
        ReadFile.Csv($"email,x\n{row}").Told().ShouldBe([$"2 ann@example.org {told}"]);
    }

    [Fact]
    public void lines_that_each_leave_a_quote_open_beside_one_that_stands_for_itself_are_told_one_by_one()
    {
        const int Lines = 100_000;
        var rows = string.Concat(Enumerable.Repeat("b@example.org\",\"c\n", Lines));
        var told = ReadFile.Csv($"email,x\n{rows}d@example.org,1\n").Told();
        told.Count.ShouldBe(Lines + 1);
        told.SkipLast(1).ShouldAllBe(one => one.EndsWith(" quotes: b@example.org\",\"c", StringComparison.Ordinal));
        told[^1].ShouldBe($"{Lines + 2} d@example.org x=1");
    }

    [Fact]
    public void limits_of_details_and_lists_are_those_of_requests()
    {
        var head = "email,lists" + string.Concat(Enumerable.Range(0, 60).Select(i => $",d{i}"));
        var names = string.Join(';', Enumerable.Range(0, 101).Select(i => $"l{i}"));
        ReadFile.Csv(
            $"{head}\n"
            + $"a@example.org,{new string(',', 59)}\n"
            + $"b@example.org,,{string.Join(',', Enumerable.Repeat("x", 51))}{new string(',', 9)}\n"
            + $"c@example.org,{names}{new string(',', 60)}\n"
            + $"d@example.org,{new string('l', 65)}{new string(',', 60)}\n"
            + $"e@example.org,,{new string('x', 1025)}{new string(',', 59)}\n")
            .Told().Select(told => told.Split(':')[0]).ShouldBe([
                "2 columns", "3 too_many", "4 too_many", "5 invalid_list", "6 invalid_details",
            ]);
    }

    [Fact]
    public void a_row_of_latin1_among_others_is_its_own_fault() => new ReadFile(
        [.. "email,city\na@example.org,K"u8, 0xF6, .. "ln\nb@example.org,Oslo"u8]).Told()
        .ShouldBe(["2 invalid_text: a@example.org,K\uFFFDln", "3 b@example.org city=Oslo"]);

    [Fact]
    public void twenty_spellings_of_an_address_are_rows_of_one_contact()
    {
        string[] spellings =
        [
            "jörg@bücher.example", "JÖRG@bücher.example", "Jörg@BÜCHER.example", "jo\u0308rg@bücher.example",
            "JO\u0308RG@bücher.example", "jörg@xn--bcher-kva.example", "JÖRG@XN--BCHER-KVA.EXAMPLE",
            "\"\"\"jörg\"\"@bücher.example\"", " jörg@bücher.example", "jörg@bücher.example ", "jörg@bücher.EXAMPLE",
            "jÖrg@bücher.example", "jöRg@bücher.example", "jörG@bücher.example", "\"jörg@bücher.example\"",
            "jörg@bücher.example.", "jörg@bu\u0308cher.example", "\" jörg@bücher.example \"", "jöRG@Bücher.Example",
            "JöRg@bÜCHER.eXAMPLE",
        ];
        var rows = ReadFile.Csv("email\n" + string.Join('\n', spellings)).Rows().ToArray();
        rows.Length.ShouldBe(20);
        var told = rows.OfType<ImportRow.Wrong>().Select(ReadFile.Tell).ToArray();
        told.ShouldBe(["17 address_syntax: jörg@bücher.example."]);
        rows.OfType<ImportRow.Asked>()
            .Select(row => ContactHash.Of(row.Command.ShouldBeOfType<ContactCommand.Put>().Address))
            .Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void a_file_that_is_cut_in_the_middle_gives_the_rows_before()
    {
        var file = Encoding.UTF8.GetBytes("email,city\nann@example.org,Oslo\nbob@example.org,\"Ro");
        new ReadFile(file).Told().ShouldBe(["2 ann@example.org city=Oslo", "3 quotes: bob@example.org,\"Ro"]);
        new ReadFile(file[..^6]).Told().ShouldBe(["2 ann@example.org city=Oslo", "3 columns: "]);
    }

    [Fact]
    public void a_quote_that_nobody_closes_takes_no_other_row_with_it()
    {
        var told = ReadFile.Csv(
            "email,x\na@example.org,\"open\nb@example.org,\"closed\"\nc@example.org,\"two\nlines\"\nd@example.org,1\n")
            .Told();
        told.ShouldBe([
            "2 quotes: a@example.org,\"open", "3 b@example.org x=closed", "4 invalid_details: two\uFFFDlines",
            "5 d@example.org x=1",
        ]);
        var rows = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}@example.org,\n"));
        ReadFile.Csv($"email,x\nz@example.org,\"open\n{rows}").Rows().Count().ShouldBe(100_001);
    }

    [Fact]
    public void a_row_that_is_too_long_is_passed_over_and_one_of_the_greatest_length_is_read()
    {
        var longest = "a@example.org," + new string('x', ImportFileLimits.RowOctetsMax - 14);
        var told = ReadFile.Csv($"email,x\n{longest}\n{longest}y\r\n{longest}{longest}{longest}\nb@example.org,1")
            .Told(piece: 64 * 1024);
        told.Select(row => row.Split(':')[0]).ShouldBe([
            "2 invalid_details", "3 too_long", "4 too_long", "5 b@example.org x=1",
        ]);
        told[1].ShouldBe("3 too_long: " + longest[..100]);
    }
}
