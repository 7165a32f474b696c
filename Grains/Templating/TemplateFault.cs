namespace Actors.Grains.Templating;

/// <summary>Why a template is refused or was stopped.</summary>
/// <param name="Code">Stable, snake_case.</param>
/// <param name="Detail">A sentence that begins with line and column where they are known.</param>
/// <param name="Line">Counted from 1; 0 where it is no matter of one place.</param>
/// <param name="Column">In UTF-16 code units, counted from 1; 0 as above.</param>
public sealed record TemplateFault(string Code, string Detail, int Line = 0, int Column = 0);
