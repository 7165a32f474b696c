using System.Text;
using Actors.Grains.Contacts;
using Actors.Grains.Imports;
using Actors.Grains.Imports.Reading;

namespace Actors.Grains.Tests.Imports.Reading;

/// <summary>A file as whoever imports it reads it: in pieces, and no more of it than is needed.</summary>
internal sealed class ReadFile(
    byte[] file, ImportFormat format = ImportFormat.Csv, ImportKind kind = ImportKind.Contacts)
{
    public static readonly DateTimeOffset Now = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static ReadFile Csv(string text, ImportKind kind = ImportKind.Contacts) =>
        new(Encoding.UTF8.GetBytes(text), ImportFormat.Csv, kind);

    /// <param name="encoding">UTF-16 of either order, whose mark the file begins with.</param>
    public static ReadFile Csv(string text, Encoding encoding) =>
        new([.. encoding.Preamble, .. encoding.GetBytes(text)]);

    public static ReadFile Json(string text, ImportKind kind = ImportKind.Contacts) =>
        new(Encoding.UTF8.GetBytes(text), ImportFormat.JsonLines, kind);

    public ImportHead Head => ImportText.Head(file, isEnd: true, format, kind);

    public ImportLayout Layout => Head.ShouldBeOfType<ImportHead.Known>().Layout;

    /// <summary>Why the whole is refused.</summary>
    public string Refusal => Head.ShouldBeOfType<ImportHead.Refused>().Code;

    /// <summary>Of each row its number, and what it asks for or why it is not taken.</summary>
    public IReadOnlyList<string> Told(int piece = int.MaxValue, int rowsMax = int.MaxValue) =>
        [.. Rows(piece, rowsMax).Select(Tell)];

    /// <param name="piece">Octets that are given at a time, and given in addition where they are not enough.</param>
    public IEnumerable<ImportRow> Rows(int piece = int.MaxValue, int rowsMax = int.MaxValue)
    {
        var layout = Layout;
        var (at, size) = (layout.Start, piece);
        while (at.Octet < file.Length)
        {
            var rest = file.AsSpan((int)at.Octet);
            var isEnd = size >= rest.Length;
            var read = ImportText.Rows(
                isEnd ? rest : rest[..size], isEnd, new ImportReading(layout, at, rowsMax, Now));
            if (read.Next.Octet == at.Octet)
            {
                (isEnd || size >= ImportText.BufferOctetsMin(layout.Encoding)).ShouldBeFalse($"no way on from {at}");
                size += piece;
                continue;
            }

            read.Rows.Length.ShouldBeLessThanOrEqualTo(rowsMax);
            foreach (var row in read.Rows)
                yield return row;
            (at, size) = (read.Next, piece);
        }
    }

    public static string Tell(ImportRow row) => row switch
    {
        ImportRow.Asked { Command: ContactCommand.Put put, Number: var number, Standing: var standing } =>
            $"{number} {put.Address}{Details(put)}{string.Concat(put.Lists.Select(list => $" [{list}]"))}"
            + (standing is { } one ? $" as {one.ToText()}" : ""),
        ImportRow.Asked { Command: ContactCommand.Block block, Number: var number } =>
            $"{number} {block.Address}{(block.Domain is null ? "" : $"@{block.Domain}")}"
            + (block.Note is null ? "" : $" ({block.Note})") + (block.Until is { } until ? $" until {until:u}" : ""),
        ImportRow.Wrong { Error: var error } => $"{error.Row} {error.Code}: {error.Shown}",
        _ => throw new InvalidOperationException(row.ToString()),
    };

    private static string Details(ContactCommand.Put put) => string.Concat(
        put.Details.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $" {one.Key}={one.Value}"));
}
