using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Actors.Storage.Json;

/// <summary>The JSON of one write: pieces one after another in a pooled buffer, given back when disposed.</summary>
internal sealed class Payload : IBufferWriter<byte>, IDisposable
{
    private const int FirstBytes = 1024;

    [ThreadStatic]
    private static Utf8JsonWriter? threadWriter;

    // Rows are read by programs and by people in a database shell, never by a browser: no \u escapes.
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstBytes);
    private int used;

    public int Length => used;

    public ReadOnlySpan<byte> this[Piece piece] => buffer.AsSpan(piece.Start, piece.Length);

    /// <summary>Adds a piece of JSON.</summary>
    public Piece Add<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var start = used;
        var writer = threadWriter ??= new Utf8JsonWriter(this, WriterOptions);
        writer.Reset(this);
        write(writer, value);
        writer.Flush();
        writer.Reset(Nowhere);
        return new Piece(start, used - start);
    }

    public void Advance(int count) => used += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return buffer.AsMemory(used);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(sizeHint);
        return buffer.AsSpan(used);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        used = 0;
    }

    private static ArrayBufferWriter<byte> Nowhere { get; } = new(1);

    private void Grow(int sizeHint)
    {
        var needed = used + Math.Max(sizeHint, 1);
        if (needed <= buffer.Length)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, buffer.Length * 2));
        buffer.AsSpan(0, used).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}

/// <summary>Where a piece lies in its <see cref="Payload"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Piece(int Start, int Length);
