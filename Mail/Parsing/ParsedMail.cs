namespace Actors.Mail.Parsing;

/// <summary>
/// A message from anywhere, read as far as it can be (RFC 5322, RFC 2045, RFC 2046): headers and tree of parts as
/// positions in the given octets. Nothing is decoded or copied before it is asked for.
/// </summary>
/// <remarks>
/// Any octets give a result. Work and memory are linear in their number, within <see cref="ParsingLimits"/>: the
/// octets are gone through once for headers and once for boundaries. Lines end with LF or CRLF.
/// </remarks>
public sealed class ParsedMail
{
    private ParsedMail(MailPart root, MailDefects defects)
    {
        Root = root;
        Defects = defects;
    }

    /// <summary>The message itself.</summary>
    public MailPart Root { get; }

    public HeaderBlock Headers => Root.Headers;

    public MailDefects Defects { get; }

    /// <param name="source">Must stay unchanged as long as the result is used.</param>
    public static ParsedMail Parse(ReadOnlyMemory<byte> source)
    {
        var budget = new ParsingBudget(Math.Min(source.Length, ParsingLimits.SourceOctetsMax));
        if (source.Length > ParsingLimits.SourceOctetsMax)
        {
            source = source[..ParsingLimits.SourceOctetsMax];
            budget.Note(MailDefects.Truncated);
        }

        var root = new TreeReader(source, budget).Read(depth: 1);
        return new ParsedMail(root, budget.Defects);
    }

    /// <summary>The message and all its parts, each before those within it, in the order of the source.</summary>
    public IEnumerable<MailPart> AllParts() => Root.WithDescendants();
}
