using System.Buffers;
using System.Globalization;
using System.Text;

namespace Actors.Mail.Replies;

internal static class ReplyText
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create([.. Enumerable.Range(' ', 95).Select(c => (char)c), '\n']);

    internal static string Cleaned(string text) => !text.AsSpan().ContainsAnyExcept(Plain)
        ? text
        : string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = Cleaned(source[i]);
        });

    internal static void Write(Reply reply, IBufferWriter<byte> output)
    {
        var prefix = reply.Status is { } status ? status.ToString() + " " : "";
        var room = ReplyLimits.WrittenLineOctetsMax - "250-".Length - prefix.Length - "\r\n".Length;
        var rest = reply.Text.AsSpan();
        while (true)
        {
            var line = NextLine(ref rest, room, out var more);
            WriteLine(output, reply.Code, more, prefix, line);
            if (!more)
                return;
        }
    }

    private static char Cleaned(char c) => c switch
    {
        '\n' => c,
        '\t' or '\r' => ' ',
        '\u2028' or '\u2029' => '?',
        _ => char.IsControl(c) ? '?' : c,
    };

    /// <summary>Cuts at LF, else at the last space that fits, else where the line is full.</summary>
    private static ReadOnlySpan<char> NextLine(ref ReadOnlySpan<char> rest, int room, out bool more)
    {
        var end = rest.IndexOf('\n');
        var line = end < 0 ? rest : rest[..end];
        if (line.Length > room)
        {
            var space = line[..room].LastIndexOf(' ');
            line = line[..(space > 0 ? space : room)];
            rest = rest[(line.Length + (space > 0 ? 1 : 0))..];
            more = true;
            return line;
        }

        rest = end < 0 ? default : rest[(end + 1)..];
        more = end >= 0;
        return line;
    }

    private static void WriteLine(
        IBufferWriter<byte> output, int code, bool more, ReadOnlySpan<char> prefix, ReadOnlySpan<char> text)
    {
        var span = output.GetSpan(ReplyLimits.WrittenLineOctetsMax);
        code.TryFormat(span, out var at, default, CultureInfo.InvariantCulture);
        span[at++] = more ? (byte)'-' : (byte)' ';
        at += Encoding.ASCII.GetBytes(prefix, span[at..]);
        at += Encoding.ASCII.GetBytes(text, span[at..]);
        span[at++] = (byte)'\r';
        span[at++] = (byte)'\n';
        output.Advance(at);
    }
}
