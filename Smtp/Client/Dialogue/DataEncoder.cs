using System.Buffers;

namespace Actors.Smtp.Client.Dialogue;

/// <summary>
/// Writes content as DATA transfers it (RFC 5321 §4.5.2): a dot at the start of a line doubled, and every line ended
/// by CRLF, bare CR and LF too, so that no receiver can take a part of the content for its end and the rest for
/// commands. Pieces may be cut anywhere; each octet is copied once. A mutable struct: keep it in a local, never copy
/// it.
/// </summary>
internal struct DataEncoder()
{
    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);
    private bool atLineStart = true;
    private bool carriageReturnOpen;

    public void Write(ReadOnlySpan<byte> piece, OutputBuffer output)
    {
        if (piece.IsEmpty)
            return;
        var at = 0;
        if (carriageReturnOpen)
        {
            output.Add("\r\n"u8);
            carriageReturnOpen = false;
            at = piece[0] == (byte)'\n' ? 1 : 0;
        }

        var copied = at;
        while (at < piece.Length)
        {
            if (atLineStart && piece[at] == (byte)'.')
            {
                output.Add(piece[copied..at]).Add("."u8);
                copied = at;
            }
            var found = piece[at..].IndexOfAny(LineEnds);
            atLineStart = found >= 0;
            if (found < 0)
                break;
            at = EndLine(piece, at + found, ref copied, output);
        }
        output.Add(piece[copied..]);
    }

    /// <summary>Ends an unfinished last line, then the data.</summary>
    public readonly void Finish(OutputBuffer output) =>
        output.Add(atLineStart && !carriageReturnOpen ? ".\r\n"u8 : "\r\n.\r\n"u8);

    /// <param name="at">Where a CR or LF stands.</param>
    /// <returns>Where the next line begins.</returns>
    private int EndLine(ReadOnlySpan<byte> piece, int at, ref int copied, OutputBuffer output)
    {
        if (piece[at] == (byte)'\r')
        {
            if (at + 1 < piece.Length && piece[at + 1] == (byte)'\n')
                return at + 2;
            if (at + 1 == piece.Length)
            {
                output.Add(piece[copied..at]);
                carriageReturnOpen = true;
                return copied = at + 1;
            }
        }
        output.Add(piece[copied..at]).Add("\r\n"u8);
        return copied = at + 1;
    }
}
