using System.Text;
using Actors.Grains.Imports;
using Actors.Grains.Imports.Reading;

namespace Actors.Grains.Tests.Imports.Reading;

public sealed class ImportHeadTests
{
    [Theory]
    [InlineData("email,first name,city\n", ',', "Email Detail Detail")]
    [InlineData("E-Mail;City\r\n", ';', "Email Detail")]
    [InlineData("Address\tLists\r", '\t', "Email Lists")]
    [InlineData("email", ',', "Email")]
    [InlineData("\n\r\n\nemail,city", ',', "Email Detail")]
    [InlineData("\"email\";\"a,b,c,d\"\n", ';', "Email Detail")]
    [InlineData("\"email\", \"first name\" ,height in \"\n", ',', "Email Detail Detail")]
    [InlineData("city,email,address,e-mail\n", ',', "Detail Email Detail Detail")]
    [InlineData(" Email , details,STANDING,created_at,left_lists,origin,contact,\n", ',',
        "Email Details Standing Ignored Ignored Ignored Ignored Ignored")]
    public void headings_tell_delimiter_and_columns(string head, char delimiter, string fields)
    {
        var layout = ReadFile.Csv(head).Layout;
        layout.Delimiter.ShouldBe(delimiter);
        string.Join(' ', layout.Columns.Select(column => column.Field)).ShouldBe(fields);
    }

    [Theory]
    [InlineData("email,domain,note,until", "Email Domain Note ExpiresAt")]
    [InlineData("domain;expires_at;reason", "Domain ExpiresAt Ignored")]
    public void a_blacklist_has_headings_of_its_own(string head, string fields) =>
        string.Join(' ', ReadFile.Csv(head, ImportKind.Blacklist).Layout.Columns.Select(column => column.Field))
            .ShouldBe(fields);

    [Fact]
    public void names_of_details_are_kept_as_they_are_and_columns_passed_over_are_told()
    {
        var layout = ReadFile.Csv("email, First Name ,'=sum,,origin").Layout;
        layout.Columns.Select(column => column.Name).ShouldBe(["email", "First Name", "=sum", "", "origin"]);
        layout.Ignored.ShouldBe(["", "origin"]);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\uFEFF", "empty")]
    [InlineData("\r\n\n\n", "empty")]
    [InlineData("name,city\nAnn,Oslo", "no_address")]
    [InlineData("ann@example.org\nbob@example.org", "no_address")]
    [InlineData("domain,note", "no_address")]
    [InlineData("email,city,city", "duplicate_heading")]
    [InlineData("email,Email", "duplicate_heading")]
    [InlineData("email,lists,LISTS", "duplicate_heading")]
    [InlineData("email,a\u0085b", "invalid_heading")]
    [InlineData("email,\"city", "no_address")]
    [InlineData("%PDF-1.7\n%x", "no_address")]
    [InlineData("PK\u0003\u0004\0\0\n", "not_text")]
    public void a_file_that_cannot_be_one_is_refused_as_a_whole(string file, string code) =>
        ReadFile.Csv(file).Refusal.ShouldBe(code);

    [Fact]
    public void what_is_not_utf8_or_too_long_is_refused_as_a_whole()
    {
        new ReadFile([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]).Refusal.ShouldBe("not_text");
        new ReadFile([0xFF, 0xFE, 0, 0xD8, (byte)'e', 0]).Refusal.ShouldBe("not_text");
        new ReadFile([0xFF, 0xFE, 0, 0, (byte)'e', 0]).Refusal.ShouldBe("not_text"); // UTF-32
        new ReadFile([.. "email,caf"u8, 0xE9, 10]).Refusal.ShouldBe("not_text");
        ReadFile.Csv(new string('x', ImportFileLimits.HeadOctetsMax + 1)).Refusal.ShouldBe("head_too_long");
        ReadFile.Csv(new string('x', 2 * ImportFileLimits.BufferOctetsMin)).Refusal.ShouldBe("head_too_long");
        ReadFile.Csv("email," + new string('x', 65)).Refusal.ShouldBe("invalid_heading");
    }

    [Fact]
    public void a_hundred_columns_are_read_and_ten_thousand_refused()
    {
        ReadFile.Csv(Columns(ImportFileLimits.ColumnsMax)).Layout.Columns.Length.ShouldBe(100);
        ReadFile.Csv(Columns(ImportFileLimits.ColumnsMax + 1)).Refusal.ShouldBe("too_many_columns");
        ReadFile.Csv(Columns(10_000)).Refusal.ShouldBe("too_many_columns");

        static string Columns(int count) =>
            "email" + string.Concat(Enumerable.Range(1, count - 1).Select(i => $",{i}")) + "\nann@example.org";
    }

    [Theory]
    [InlineData("""{"email":"ann@example.org"}""", null)]
    [InlineData("\uFEFF\n  {", null)]
    [InlineData("""[{"email":"ann@example.org"}]""", "not_json_lines")]
    [InlineData("email,city", "not_json_lines")]
    [InlineData("{\0}", "not_text")]
    [InlineData("", "empty")]
    public void lines_of_json_begin_with_an_object(string file, string? refusal) =>
        (ReadFile.Json(file).Head as ImportHead.Refused)?.Code.ShouldBe(refusal);

    [Theory]
    [InlineData("\uFEFF\r\n\r\nemail,city\r\nann@example.org,Oslo", ImportFormat.Csv)]
    [InlineData("email,caf\u00E9\r", ImportFormat.Csv)]
    [InlineData("\n\n{\"email\":\"ann@example.org\"}\n", ImportFormat.JsonLines)]
    public void however_little_is_there_the_answer_is_the_same_or_more_is_asked_for(string text, ImportFormat format)
    {
        var file = Encoding.UTF8.GetBytes(text);
        var whole = ImportHead.Read(file, isEnd: true, format, ImportKind.Contacts).ShouldBeOfType<ImportHead.Known>();
        for (var length = 0; length <= file.Length; length++)
            if (ImportHead.Read(file.AsSpan(0, length), isEnd: false, format, ImportKind.Contacts)
                is not ImportHead.Incomplete and var head)
                Told(head.ShouldBeOfType<ImportHead.Known>().Layout).ShouldBe(Told(whole.Layout));

        static string Told(ImportLayout layout) => $"{layout} {string.Join(' ', layout.Columns)}";
    }

    [Fact]
    public void more_is_never_asked_for_with_a_row_full_of_octets()
    {
        foreach (var octet in "\n\r ex\"{"u8.ToArray())
            foreach (var format in new[] { ImportFormat.Csv, ImportFormat.JsonLines })
            {
                var start = new byte[ImportFileLimits.BufferOctetsMin];
                Array.Fill(start, octet);
                ImportHead.Read(start, isEnd: false, format, ImportKind.Contacts)
                    .ShouldNotBeOfType<ImportHead.Incomplete>($"{(char)octet} {format}");
            }
    }
}
