using System.Text;

namespace Actors.Fuzzing;

/// <summary>A parser, with what it is fed.</summary>
public abstract class FuzzTarget
{
    /// <summary>Lower case with hyphens: how the command line names it.</summary>
    public abstract string Name { get; }

    /// <summary>Right input, written for this; mutations start from it.</summary>
    public abstract IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>Pieces that mean something to the parser.</summary>
    public virtual IReadOnlyList<byte[]> Tokens => [];

    /// <summary>Inputs that can be made as long as one likes; the parser must stay linear on them.</summary>
    public virtual IReadOnlyList<GrowingInput> Growing => [];

    /// <summary>Parses, and throws where the result is one that must not be.</summary>
    public abstract void Run(byte[] input);

    protected static void Require(bool held, string what)
    {
        if (!held)
            throw new BrokenPromiseException(what);
    }

    protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A text with LF for the CRLF of the wire.</summary>
    protected static byte[] Lines(string text) => Bytes(text.ReplaceLineEndings("\r\n"));

    protected static IReadOnlyList<byte[]> Pieces(params string[] pieces) => [.. pieces.Select(Bytes)];
}
