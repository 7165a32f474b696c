namespace Actors.Grains.Templating;

/// <summary>A tag of a template that is right.</summary>
/// <param name="Path">What it names; empty for a comment and for what ends or divides a block.</param>
/// <param name="IsValue">Whether it is replaced by what it names; else nothing of it is left.</param>
/// <param name="IsInBlock">Whether it may be left out, or come more than once.</param>
/// <param name="Start">Of its braces, in UTF-16 code units from the start of the template.</param>
/// <param name="End">Behind its braces.</param>
public readonly record struct TemplateTag(string Path, bool IsValue, bool IsInBlock, int Start, int End);
