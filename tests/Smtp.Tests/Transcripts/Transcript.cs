using System.Globalization;
using System.Text;

namespace Actors.Smtp.Tests.Transcripts;

/// <summary>Reads a dialogue written as lines: <c>C: </c> the client says a line, <c>c: </c> the same without CRLF,
/// <c>S: </c> the server answers a line; <c>C: &lt;tls&gt;</c>, <c>C: &lt;end&gt;</c> and <c>S:
/// &lt;end&gt;</c>.</summary>
/// <remarks>The client's bytes may be written as <c>\r \n \0 \\ \xHH</c>; text is UTF-8.</remarks>
public static class Transcript
{
    public static IReadOnlyList<Turn> Parse(string text)
    {
        var turns = new List<Turn>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimStart()))
        {
            Turn turn = line switch
            {
                "C: <tls>" => new Turn.BeginTls(),
                "C: <end>" => new Turn.HangUp(),
                "S: <end>" => new Turn.ExpectEnd(),
                ['S', ':', ' ', .. var reply] => new Turn.Expect(reply),
                ['C', ':', ' ', .. var said] => new Turn.Send([Bytes(said + "\\r\\n")]),
                "C:" => new Turn.Send(["\r\n"u8.ToArray()]),
                ['c', ':', ' ', .. var said] => new Turn.Send([Bytes(said)]),
                _ => throw new FormatException($"Not a line of a transcript: {line}"),
            };
            if (turn is Turn.Send next && turns is [.., Turn.Send last])
                turns[^1] = new Turn.Send([.. last.Lines, .. next.Lines]);
            else
                turns.Add(turn);
        }
        return turns;
    }

    /// <summary>The bytes of a text with escapes.</summary>
    public static byte[] Bytes(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                var rune = Rune.GetRuneAt(text, i);
                bytes.AddRange(Encoding.UTF8.GetBytes(rune.ToString()));
                i += rune.Utf16SequenceLength - 1;
                continue;
            }
            i++;
            bytes.Add(text[i] switch
            {
                'r' => (byte)'\r',
                'n' => (byte)'\n',
                '0' => 0,
                '\\' => (byte)'\\',
                'x' => byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                var other => throw new FormatException($"Not an escape: \\{other}"),
            });
            i += text[i] == 'x' ? 2 : 0;
        }
        return [.. bytes];
    }
}
