using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Actors.Mail.Replies;

/// <summary>Collects the lines of one reply after another, within <see cref="ReplyLimits"/>.</summary>
/// <remarks>
/// Tolerated, because servers do it: a code without space or text, no enhanced code, an enhanced code on some lines
/// only,
/// different codes of one class in a multi-line reply (the last one counts). Bytes that are not UTF-8 become U+FFFD.
/// </remarks>
public sealed class ReplyParser
{
    private readonly StringBuilder text = new();
    private int lines;
    private int code;
    private EnhancedStatusCode? status;

    /// <summary>The last complete reply; null before the first and after a malformed one.</summary>
    public Reply? Reply { get; private set; }

    /// <param name="line">Without the line end.</param>
    public ReplyProgress Read(ReadOnlySpan<byte> line)
    {
        Reply = null;
        if (!TryAdd(line, out var last))
        {
            Reset();
            return ReplyProgress.Malformed;
        }

        if (!last)
            return ReplyProgress.More;
        Reply = new Reply(code, status, text.ToString());
        Reset();
        return ReplyProgress.Complete;
    }

    /// <summary>Reads exactly one reply; lines end with CRLF or LF, the last line end may be missing.</summary>
    public static bool TryParse(ReadOnlySpan<byte> wire, [NotNullWhen(true)] out Reply? reply)
    {
        reply = null;
        if (wire.EndsWith("\n"u8))
            wire = wire[..^1];
        var parser = new ReplyParser();
        foreach (var range in wire.Split((byte)'\n'))
        {
            var line = wire[range];
            if (reply is not null)
                return false;
            if (parser.Read(line.EndsWith("\r"u8) ? line[..^1] : line) == ReplyProgress.Malformed)
                return false;
            reply = parser.Reply;
        }

        return reply is not null;
    }

    private bool TryAdd(ReadOnlySpan<byte> line, out bool last)
    {
        last = false;
        if (line.Length > ReplyLimits.ReadLineOctetsMax || !TryReadCode(line, out var lineCode, out last))
            return false;
        if (lines++ > 0 && lineCode / 100 != code / 100)
            return false;
        code = lineCode;
        var rest = Encoding.UTF8.GetString(line.Length > 4 ? line[4..] : default).AsSpan();
        if (lines > 1)
            text.Append('\n');
        text.Append(WithoutStatus(rest));
        return lines <= ReplyLimits.LinesMax && text.Length <= ReplyLimits.TextOctetsMax;
    }

    private ReadOnlySpan<char> WithoutStatus(ReadOnlySpan<char> rest)
    {
        if (!EnhancedStatusCode.TryReadPrefix(rest.TrimStart(), out var found, out var length))
            return rest;
        status ??= found;
        return found == status ? rest.TrimStart()[length..].TrimStart() : rest;
    }

    private static bool TryReadCode(ReadOnlySpan<byte> line, out int code, out bool last)
    {
        code = 0;
        last = line.Length == 3 || (line.Length > 3 && line[3] == ' ');
        if (line.Length < 3 || line[0] is < (byte)'2' or > (byte)'5' || !IsDigit(line[1]) || !IsDigit(line[2]))
            return false;
        code = ((line[0] - '0') * 100) + ((line[1] - '0') * 10) + line[2] - '0';
        return last || line[3] == '-';
    }

    private static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';

    private void Reset()
    {
        text.Clear();
        lines = 0;
        code = 0;
        status = null;
    }
}
