using System.Buffers;
using System.Text;

namespace Actors.Mail.Messages.Composing;

/// <summary>Writes header fields word by word and folds between words (RFC 5322 §2.2.3).</summary>
internal sealed class HeaderWriter(IBufferWriter<byte> output)
{
    private int column;
    private bool foldable;

    /// <summary>Columns left on this line for an encoded word and the space before it.</summary>
    internal int EncodedRoom => MessageLimits.EncodedLineMax - column - 1;

    internal void Begin(ReadOnlySpan<char> name)
    {
        column = 0;
        Put(name);
        Put(":");
        foldable = false;
    }

    /// <summary>Writes a space, or a fold where the line would grow beyond 78 columns, then the word.</summary>
    internal void Word(ReadOnlySpan<char> word) => Run(" ", word);

    /// <summary>As <see cref="Word"/>, with the white space given: an unstructured value keeps its own.</summary>
    internal void Run(ReadOnlySpan<char> space, ReadOnlySpan<char> word)
    {
        // One column is kept for the comma or semicolon that may be glued on.
        if (foldable && column + space.Length + word.Length >= MessageLimits.HeaderLineWanted)
            Fold();
        Put(space);
        Put(word);
        foldable = true;
    }

    internal void Glue(ReadOnlySpan<char> text) => Put(text);

    internal void Fold()
    {
        output.Write("\r\n"u8);
        column = 0;
        foldable = false;
    }

    internal void End() => output.Write("\r\n"u8);

    internal void Line(ReadOnlySpan<char> name, ReadOnlySpan<char> word)
    {
        Begin(name);
        Word(word);
        End();
    }

    private void Put(ReadOnlySpan<char> text)
    {
        var span = output.GetSpan(text.Length * 3);
        output.Advance(Encoding.UTF8.GetBytes(text, span));
        column += text.Length;
    }
}
