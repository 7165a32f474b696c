using System.Text;
using Actors.Mail.Replies;

namespace Actors.Silo.Commands;

/// <summary>Answers each line of a stream as it comes, in constant memory, however long a line is.</summary>
public static class BounceLines
{
    /// <summary>Octets of a line that are looked at; the rest is skipped.</summary>
    public const int LineOctetsMax = ReplyLimits.ClassifiedTextMax;

    private const int BufferSize = 64 * 1024;

    /// <param name="input">Lines end with LF or CRLF; what is not UTF-8 becomes U+FFFD.</param>
    public static void Classify(Stream input, TextWriter output)
    {
        var buffer = new byte[BufferSize];
        var line = new byte[LineOctetsMax];
        var length = 0;
        var isOpen = false;
        int read;
        while ((read = input.Read(buffer)) > 0)
        {
            var rest = buffer.AsSpan(0, read);
            while (!rest.IsEmpty)
            {
                var end = rest.IndexOf((byte)'\n');
                var piece = end < 0 ? rest : rest[..end];
                var kept = piece[..Math.Min(piece.Length, line.Length - length)];
                kept.CopyTo(line.AsSpan(length));
                length += kept.Length;
                rest = end < 0 ? default : rest[(end + 1)..];
                isOpen = end < 0;
                if (isOpen)
                    continue;
                Answer(line.AsSpan(0, length), output);
                length = 0;
            }

            output.Flush();
        }

        if (isOpen)
            Answer(line.AsSpan(0, length), output);
        output.Flush();
    }

    private static void Answer(ReadOnlySpan<byte> line, TextWriter output)
    {
        var bounce = BounceClassifier.Classify(Encoding.UTF8.GetString(line.TrimEnd((byte)'\r')));
        output.Write(bounce.Category.Title());
        output.Write('\t');
        output.Write(bounce.Hardness.Key());
        output.Write('\t');
        output.Write(bounce.Scope.Key());
        output.Write('\t');
        output.Write(bounce.Rule);
        output.Write('\n');
    }
}
