using System.Buffers;

namespace Actors.Mail.Wire;

/// <summary>Goes through CRLF-ended lines once and stops at the first octet that mail may not hold.</summary>
internal ref struct LineScanner(ReadOnlySpan<byte> data)
{
    private static readonly SearchValues<byte> Notable = SearchValues.Create("\r\n\0"u8);
    private readonly ReadOnlySpan<byte> data = data;

    /// <summary>Octets consumed: where the next line starts.</summary>
    internal int Position { get; private set; }

    internal DataViolation Violation { get; private set; }

    /// <param name="start">Where the line starts.</param>
    /// <param name="end">Where it ends, CRLF left out; the last line may lack it.</param>
    /// <returns>False at the end of the data and at a violation.</returns>
    internal bool TryNext(out int start, out int end)
    {
        start = end = Position;
        if (start == data.Length || Violation != DataViolation.None)
            return false;
        var found = data[start..].IndexOfAny(Notable);
        end = found < 0 ? data.Length : start + found;
        Position = end;
        if (found < 0)
            return true;
        if (data[end] == (byte)'\r' && end + 1 < data.Length && data[end + 1] == (byte)'\n')
        {
            Position += 2;
            return true;
        }

        Violation = data[end] switch
        {
            (byte)'\r' => DataViolation.BareCarriageReturn,
            (byte)'\n' => DataViolation.BareLineFeed,
            _ => DataViolation.Nul,
        };
        return false;
    }
}
