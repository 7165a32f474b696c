using System.Globalization;

namespace Actors.Storage.Messages;

/// <summary>A message's etag: its row's number and version, so that a write finds the row without a look-up.</summary>
internal readonly record struct RowEtag(long Number, long Version)
{
    public static RowEtag Parse(string etag)
    {
        var dot = etag.IndexOf('.', StringComparison.Ordinal);
        return dot > 0
            && long.TryParse(etag.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && long.TryParse(etag.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new RowEtag(number, version)
            : throw new FormatException($"'{etag}' is no etag of a message.");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}.{Version}");
}
