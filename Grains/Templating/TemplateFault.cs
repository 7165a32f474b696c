namespace Actors.Grains.Templating;

/// <summary>Why a template is refused or was stopped.</summary>
/// <param name="Code">Stable, snake_case.</param>
/// <param name="Detail">A sentence that begins with line and column where they are known.</param>
/// <param name="Line">Counted from 1; 0 where it is no matter of one place.</param>
/// <param name="Column">In UTF-16 code units, counted from 1; 0 as above.</param>
public sealed record TemplateFault(string Code, string Detail, int Line = 0, int Column = 0)
{
    /// <param name="at">Where in the template, in UTF-16 code units.</param>
    /// <param name="what">What is wrong there: the rest of a sentence, without its full stop.</param>
    public static TemplateFault At(string source, int at, string code, string what)
    {
        var (line, column) = PlaceOf(source, at);
        return new TemplateFault(code, $"Line {line}, column {column}: {what}.", line, column);
    }

    public static (int Line, int Column) PlaceOf(string source, int at)
    {
        var before = source.AsSpan(0, at);
        return (before.Count('\n') + 1, at - before.LastIndexOf('\n'));
    }
}
