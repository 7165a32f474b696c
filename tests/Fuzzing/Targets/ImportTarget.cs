using System.Text;
using Actors.Api.Contacts;
using Actors.Grains.Contacts;
using Actors.Grains.Imports;
using Actors.Grains.Imports.Reading;
using Actors.Mail.Messages;

namespace Actors.Fuzzing.Targets;

/// <summary>Files of contacts and of blacklists, whole and in pieces; what they ask for is written and read
/// again.</summary>
internal abstract class ImportTarget(ImportFormat format, string head) : FuzzTarget
{
    private const int RowsAtOnce = 100;
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    public override void Run(byte[] input)
    {
        foreach (var kind in Enum.GetValues<ImportKind>())
        {
            Read(input, kind);
            Read([.. Bytes(head), .. input], kind);
        }
    }

    private void Read(byte[] file, ImportKind kind)
    {
        if (ImportHead.Read(file, isEnd: true, format, kind) is not ImportHead.Known { Layout: var layout })
            return;
        var rows = Rows(file, layout, file.Length).ToArray();
        Require(
            rows.SequenceEqual(Rows(file, layout, ImportFileLimits.BufferOctetsMin), Comparer), "cuts change nothing");
        foreach (var row in rows)
            Check(row, kind);
    }

    /// <param name="piece">Octets given at a time.</param>
    private static IEnumerable<ImportRow> Rows(byte[] file, ImportLayout layout, int piece)
    {
        for (var at = layout.Start; at.Octet < file.Length;)
        {
            var rest = file.AsMemory((int)at.Octet);
            var read = ImportRows.Read(
                rest[..Math.Min(rest.Length, piece)].Span, piece >= rest.Length,
                new ImportReading(layout, at, RowsAtOnce, Now));
            Require(read.Next.Octet > at.Octet, "reading gets on");
            Require(read.Rows.Length <= RowsAtOnce, "no more rows are read than asked for");
            foreach (var row in read.Rows)
                yield return row;
            at = read.Next;
        }
    }

    private static void Check(ImportRow row, ImportKind kind)
    {
        switch (row)
        {
            case ImportRow.Wrong { Error: var error }:
                Require(error.Shown.Length <= ImportFileLimits.ShownLengthMax, "little is shown");
                Require(!error.Shown.AsSpan().ContainsAny(TextRules.Controls), "nothing is shown that does harm");
                break;
            case ImportRow.Asked { Command: ContactCommand.Put put } when kind == ImportKind.Contacts:
                Require(put.Details.Count <= ContactLimits.DetailsMax, "details are limited");
                Require(put.Lists.Length <= ContactLimits.ListsMax, "lists are limited");
                Require(put.Details.All(one => ContactTexts.IsDetailName(one.Key)), "names are names");
                Require(put.Details.All(one => ContactTexts.IsDetailValue(one.Value)), "values are values");
                Require(put.Lists.All(ContactTexts.IsListName), "lists have names");
                Require(ReadAgain(put), "what is exported is imported as it was");
                break;
            case ImportRow.Asked { Command: ContactCommand.Block block } when kind == ImportKind.Blacklist:
                Require(block.Address is null != block.Domain is null, "an entry is of one thing");
                Require(block.Note is null || TextRules.ReadsAsWritten(block.Note), "a note can be shown");
                break;
            default:
                Require(false, "a file of one kind asks for nothing else");
                break;
        }
    }

    private static bool ReadAgain(ContactCommand.Put put)
    {
        var view = new ContactView(
            ContactHash.Of(put.Address), put.Address, put.Address.Domain, true, ContactStanding.Active, put.Origin, Now,
            put.Details, [.. put.Lists.Select(name => new ContactList(name, Now, null))], [], [], [], []);
        var (csv, text) = (new ContactCsv([.. put.Details.Keys.Where(ImportColumns.CanName)]), new StringBuilder());
        csv.AppendHeading(text);
        csv.AppendLine(text, view);
        var file = Bytes(text.ToString());
        return ImportHead.Read(file, isEnd: true, ImportFormat.Csv, ImportKind.Contacts)
            is ImportHead.Known { Layout: var layout }
            && Comparer.Equals(Rows(file, layout, file.Length).Single(), new ImportRow.Asked(2, put));
    }

    private static RowComparer Comparer { get; } = new();

    private sealed class RowComparer : IEqualityComparer<ImportRow>
    {
        public bool Equals(ImportRow? x, ImportRow? y) => (x, y) switch
        {
            (ImportRow.Asked { Command: ContactCommand.Put one, Number: var here },
                ImportRow.Asked { Command: ContactCommand.Put other, Number: var there }) =>
                here == there && one.Address == other.Address && one.Lists.SequenceEqual(other.Lists)
                && one.Details.Count == other.Details.Count && !one.Details.Except(other.Details).Any(),
            _ => Equals((object?)x, y),
        };

        public int GetHashCode(ImportRow obj) => 0;
    }
}

internal sealed class ImportCsvTarget() : ImportTarget(ImportFormat.Csv, "email,lists,details,x\n")
{
    public override string Name => "imports-csv";

    public override IReadOnlyList<byte[]> Seeds { get; } = Pieces(
        "email,city,lists,details\r\nann@example.org,Oslo,news;offers,\"{\"\"a\"\":\"\"b\"\"}\"\r\n"
        + "\"bob@example.org\",'=1,,\r\n",
        "\uFEFFE-Mail;Name\nann@example.org;\"a;\"\"b\"\"\"\n\ncarl@example.org;x\n",
        "email\tdomain\tnote\tuntil\nann@example.org\t\tby phone\t2031-01-01T00:00:00Z\n\texample.org\t\t\n",
        "ann@example.org,[\"\"a\"\"],,\nbob@example.org,a,\"{}\",\"x\"");

    public override IReadOnlyList<byte[]> Tokens { get; } = Pieces(
        "\"", "\"\"", ",", ";", "\t", "\r", "\n", "\r\n", "email", "details", "lists", "ann@example.org", "'=", "[",
        "{", "\0", "\uFEFF", "\u202E");

    public override IReadOnlyList<GrowingInput> Growing { get; } =
    [
        new("email,x\n", "a@b.example,\"\n"), new("email,x\n", "a@b.example,1\n"), new("email,x\n", "\"\"\n"),
        new("email,x\n", "\"\n\n"), new("email,x\n\"", "\",\"\n"), new("email,x\n", ","), new("email,x\n\"", "\"\""),
        new("email", ",x"), new("", "\n"), new("email,x\n", "\r\n"), new("email,lists\n", "a@b.example,a;b;c\n"),
        new("email,x\n", "a"), new("email,x\n", "a\"\n"), new("email,x\n\"", "\n"),
    ];
}

internal sealed class ImportJsonTarget() : ImportTarget(ImportFormat.JsonLines, "{\"email\":\"ann@example.org\"}\n")
{
    public override string Name => "imports-json";

    public override IReadOnlyList<byte[]> Seeds { get; } = Pieces(
        """{"email":"ann@example.org","details":{"city":"Oslo","a":""},"lists":["news",{"name":"b","left_at":null}]}"""
        + "\n",
        """{"domain":"example.org","note":"by phone","expires_at":"2031-01-01T00:00:00Z","reason":"manual"}""" + "\r\n",
        """{"id":"con_1","email":"bob@example.org","standing":"active","blacklist":[{"reason":"manual"}]}""");

    public override IReadOnlyList<byte[]> Tokens { get; } = Pieces(
        "{", "}", "[", "]", "\"", ":", ",", "null", "\\ud800", "\\u0000", "\n", "\r", "\"email\":", "\"lists\":",
        "\"details\":", "\"name\":", "{\"email\":\"a@b.example\"}\n");

    public override IReadOnlyList<GrowingInput> Growing { get; } =
    [
        new("", "{\"email\":\"a@b.example\"}\n"), new("{\n", "{\n"), new("{\"a\":", "["),
        new("{\"a\":1", ",\"a\":1", "}"),
        new("{\"email\":\"a@b.example\",\"lists\":[\"a\"", ",\"a\"", "]}"), new("{", "\n"), new("{", " "),
        new("{\"email\":\"a@b.example\",\"details\":{\"a\":\"b\"", ",\"c\":\"d\"", "}}"),
    ];
}
