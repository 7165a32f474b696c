using System.Buffers;

namespace Actors.Mail.Wire;

/// <summary>Writes mail data as the DATA command transfers it (RFC 5321 §4.5.2), piece by piece.</summary>
/// <remarks>
/// Pieces may be cut anywhere; cut large ones (64 KiB) to flush in between. A dot is doubled after any LF, also a bare
/// one that the content should not have: a receiver that takes a bare LF for a line end then still sees one message.
/// A mutable struct: keep it in a field or a local, never copy it.
/// </remarks>
public struct DotStuffer
{
    private bool started;
    private byte last;
    private byte beforeLast;

    public void Write(ReadOnlySpan<byte> piece, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (piece.IsEmpty)
            return;
        if (piece[0] == (byte)'.' && (!started || last == (byte)'\n'))
            output.Write("."u8);
        started = true;
        beforeLast = piece.Length > 1 ? piece[^2] : last;
        last = piece[^1];
        int lineEnd;
        while ((lineEnd = piece.IndexOf("\n."u8)) >= 0)
        {
            output.Write(piece[..(lineEnd + 2)]);
            piece = piece[(lineEnd + 1)..]; // the dot again
        }

        output.Write(piece);
    }

    /// <summary>Ends an unfinished last line, then the data.</summary>
    public readonly void Finish(IBufferWriter<byte> output) =>
        output.Write(!started || (beforeLast == (byte)'\r' && last == (byte)'\n') ? ".\r\n"u8 : "\r\n.\r\n"u8);
}
