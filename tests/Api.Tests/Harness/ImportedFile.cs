using System.Text;
using Actors.Grains.Contacts;
using Actors.Grains.Imports;
using Actors.Grains.Imports.Reading;

namespace Actors.Api.Tests.Harness;

/// <summary>What importing a file asks for; fails where a row of it cannot be read.</summary>
internal static class ImportedFile
{
    public static IReadOnlyList<ContactCommand.Put> Contacts(string file, ImportFormat format) =>
        [.. Commands(file, format, ImportKind.Contacts).Cast<ContactCommand.Put>()];

    public static IReadOnlyList<ContactCommand.Block> Blacklist(string file, ImportFormat format) =>
        [.. Commands(file, format, ImportKind.Blacklist).Cast<ContactCommand.Block>()];

    private static IEnumerable<ContactCommand> Commands(string file, ImportFormat format, ImportKind kind)
    {
        var octets = Encoding.UTF8.GetBytes(file);
        var layout = ImportHead.Read(octets, isEnd: true, format, kind).ShouldBeOfType<ImportHead.Known>().Layout;
        var read = ImportRows.Read(
            octets.AsSpan((int)layout.Start.Octet), isEnd: true,
            new ImportReading(layout, layout.Start, int.MaxValue, DateTimeOffset.UnixEpoch));
        read.Next.Octet.ShouldBe(octets.Length);
        return read.Rows.Select(row => row.ShouldBeOfType<ImportRow.Asked>().Command);
    }
}
