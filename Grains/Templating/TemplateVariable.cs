namespace Actors.Grains.Templating;

/// <summary>A value that a template asks for.</summary>
/// <param name="Name">The first name of the path: what has to be given beside the template.</param>
public readonly record struct TemplateVariable(string Name, int Line, int Column);
