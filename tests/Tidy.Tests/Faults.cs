using Microsoft.CodeAnalysis;

namespace Actors.Tidy.Tests;

/// <summary>Collects what is not tidy, each with its place and with what to do instead.</summary>
internal sealed class Faults
{
    private const int ShownMax = 100;

    private readonly List<string> found = [];

    public void Add(string place, string message) => found.Add($"{place}: {message}");

    public void Add(SourceFile file, SyntaxNodeOrToken node, string message) =>
        Add(file.At(node.GetLocation()!.GetLineSpan().StartLinePosition.Line + 1), message);

    public void ShouldBeNone() => Assert.True(
        found.Count == 0, string.Join(Environment.NewLine, [$"{found.Count} to mend:", .. found.Take(ShownMax)]));
}
