using System.IO.Compression;
using System.Text;
using Actors.Api.Imports;

namespace Actors.Api.Tests.Imports;

/// <summary>What is told of a file by how it begins.</summary>
public sealed class FirstOctetsTests
{
    private const string Good = "\uFEFFemail,förnamn,städte\r\nann@example.org,Åsa,Köln\r\n";

    [Fact]
    public void what_cannot_be_a_file_of_ours_is_told_by_how_it_begins()
    {
        CodeOf([]).ShouldBe("empty");
        CodeOf([0xEF, 0xBB, 0xBF, 13, 10]).ShouldBe("empty");
        CodeOf(Zip("[Content_Types].xml")).ShouldBe("workbook");
        CodeOf(Zip("xl/workbook.xml")).ShouldBe("workbook");
        CodeOf(Zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet")).ShouldBe("workbook");
        CodeOf(Zip("contacts.csv")).ShouldBe("compressed");
        CodeOf(Zip()).ShouldBe("compressed");
        CodeOf(GZip(Good)).ShouldBe("compressed");
        CodeOf([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).ShouldBe("workbook");
        CodeOf(Encoding.Unicode.Preamble).ShouldBe("empty");
        CodeOf([.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(Good)]).ShouldBe("not_text");
        CodeOf(Encoding.Unicode.GetBytes("email")).ShouldBe("not_text");
        CodeOf(Encoding.Latin1.GetBytes("e-mail,förnamn\n")).ShouldBe("not_text");
        CodeOf([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 0x1A, 10]).ShouldBe("not_text");
    }

    [Fact]
    public void what_to_do_is_said() =>
        FirstOctets.Refuse(Zip("[Content_Types].xml"), isWhole: true)!.Detail.ShouldBe(
            "This is an Excel workbook: save it as CSV (UTF-8) and import that.");

    [Fact]
    public void what_can_be_read_is_not_refused_wherever_it_is_cut()
    {
        var octets = Encoding.UTF8.GetBytes(Good);
        foreach (var file in new[]
        {
            octets, Encoding.Unicode.GetBytes(Good), Encoding.BigEndianUnicode.GetBytes(Good), // with their marks
        })
        {
            for (var length = 0; length <= file.Length; length++)
                FirstOctets.Refuse(file.AsSpan(0, length), isWhole: false).ShouldBeNull($"{length} octets");
            CodeOf(file).ShouldBeNull();
        }

        CodeOf([.. octets, 0, 0xFF, 13, 10]).ShouldBeNull("a row that is no text is told of, and the others are read");
        CodeOf("\r\n\r\n{\"email\":\"ann@example.org\"}"u8).ShouldBeNull();
        CodeOf("PK,email\n"u8).ShouldBeNull();
    }

    private static string? CodeOf(ReadOnlySpan<byte> file) =>
        FirstOctets.Refuse(file, isWhole: true)?.Errors!.Single().Code;

    private static byte[] Zip(string? name = null, string content = Good)
    {
        using var octets = new MemoryStream();
        using (var archive = new ZipArchive(octets, ZipArchiveMode.Create, leaveOpen: true))
            if (name is not null)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(Encoding.ASCII.GetBytes(content));
            }

        return octets.ToArray();
    }

    private static byte[] GZip(string text)
    {
        using var octets = new MemoryStream();
        using (var packed = new GZipStream(octets, CompressionLevel.Fastest))
            packed.Write(Encoding.UTF8.GetBytes(text));
        return octets.ToArray();
    }
}
