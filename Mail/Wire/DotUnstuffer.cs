using System.Buffers;

namespace Actors.Mail.Wire;

/// <summary>Reads mail data as the DATA command transfers it (RFC 5321 §4.5.2) and finds its end.</summary>
/// <remarks>
/// Only CRLF "." CRLF ends the data. After a violation reading goes on to that end without further output, so that the
/// refusal can be sent where the client expects it; what follows must not be trusted, so close the connection then.
/// Linear in the input, however it is cut.
/// </remarks>
/// <param name="octetsMax">Octets of content, stuffing and final dot not counted.</param>
public sealed class DotUnstuffer(long octetsMax)
{
    private static readonly SearchValues<byte> Notable = SearchValues.Create("\r\n\0"u8);
    private Place place;

    private enum Place
    {
        LineStart,
        InLine,
        AfterCr,
        AfterDot,
        AfterDotCr,
        End,
    }

    /// <summary>Octets of content so far, refused ones included.</summary>
    public long Length { get; private set; }

    public DataViolation Violation { get; private set; }

    public bool IsComplete => place == Place.End;

    /// <summary>Prepares for the next message.</summary>
    public void Reset()
    {
        place = Place.LineStart;
        Length = 0;
        Violation = DataViolation.None;
    }

    /// <returns>Octets consumed: all of them, or up to and with the CRLF of the final dot.</returns>
    public int Read(ReadOnlySpan<byte> input, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var at = 0;
        var unwritten = 0; // everything before it is written or dropped
        while (at < input.Length && place != Place.End)
        {
            switch (place)
            {
                case Place.LineStart when input[at] == (byte)'.':
                    Emit(input[unwritten..at], output);
                    unwritten = ++at;
                    place = Place.AfterDot;
                    break;
                case Place.AfterDot when input[at] == (byte)'\r':
                    unwritten = ++at; // held back: only an LF shows whether it belongs to the end
                    place = Place.AfterDotCr;
                    break;
                case Place.AfterDotCr:
                    at = unwritten = AfterFinalDot(input, at);
                    break;
                case Place.AfterCr:
                    at = AfterCarriageReturn(input, at);
                    break;
                default:
                    at = WithinLine(input, at);
                    break;
            }
        }

        Emit(input[unwritten..at], output);
        return at;
    }

    private int AfterCarriageReturn(ReadOnlySpan<byte> input, int at)
    {
        if (input[at] == (byte)'\n')
        {
            place = Place.LineStart;
            return at + 1;
        }

        Violate(DataViolation.BareCarriageReturn);
        place = Place.InLine;
        return at;
    }

    private int AfterFinalDot(ReadOnlySpan<byte> input, int at)
    {
        if (input[at] == (byte)'\n')
        {
            place = Place.End;
            return at + 1;
        }

        Violate(DataViolation.BareCarriageReturn);
        place = Place.InLine;
        return at;
    }

    private int WithinLine(ReadOnlySpan<byte> input, int at)
    {
        place = Place.InLine;
        var found = input[at..].IndexOfAny(Notable);
        if (found < 0)
            return input.Length;
        at += found;
        if (input[at] == (byte)'\r')
            place = Place.AfterCr;
        else
            Violate(input[at] == 0 ? DataViolation.Nul : DataViolation.BareLineFeed);
        return at + 1;
    }

    private void Emit(ReadOnlySpan<byte> content, IBufferWriter<byte> output)
    {
        Length += content.Length;
        if (Length > octetsMax)
            Violate(DataViolation.TooLarge);
        if (Violation == DataViolation.None)
            output.Write(content);
    }

    private void Violate(DataViolation violation)
    {
        if (Violation == DataViolation.None)
            Violation = violation;
    }
}
