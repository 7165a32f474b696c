using System.Text;
using Actors.Mail.Wire;

namespace Actors.Mail.Messages.Parsing;

/// <summary>What one pass over a body tells.</summary>
internal readonly record struct BodyScan(DataViolation Violation, int LongestLine, bool IsEightBit)
{
    internal static BodyScan Of(ReadOnlySpan<byte> body)
    {
        var lines = new LineScanner(body);
        var longest = 0;
        while (lines.TryNext(out var start, out var end))
            longest = Math.Max(longest, end - start);
        return new BodyScan(lines.Violation, longest, !Ascii.IsValid(body));
    }
}
