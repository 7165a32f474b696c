using System.Buffers;
using System.Text.Json;
using Actors.Grains.Submissions;
using Actors.Storage.Json;

namespace Actors.Storage.Submissions;

/// <summary>A submission's source as bytes.</summary>
/// <param name="Bytes">All of them.</param>
/// <param name="InFile">Whether they go to a file instead of the row.</param>
internal readonly record struct PreparedSource(int Kind, ReadOnlyMemory<byte> Bytes, bool InFile)
{
    /// <summary>What the row holds.</summary>
    public ReadOnlyMemory<byte> Inline => InFile ? default : Bytes;

    public static PreparedSource Of(MailSource source)
    {
        var bytes = source switch
        {
            MailSource.Raw raw => raw.Bytes,
            MailSource.Parts parts => BytesOf(parts.Mail),
            _ => throw new InvalidOperationException($"Unknown source {source.GetType().Name}."),
        };
        return new PreparedSource(SourceColumns.KindOf(source), bytes, bytes.Length > ContentLimits.InlineBytesMax);
    }

    private static ReadOnlyMemory<byte> BytesOf(MailParts mail)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            StorageJson.Write(json, SourceColumns.JsonOf(mail));
        return buffer.WrittenMemory;
    }
}
