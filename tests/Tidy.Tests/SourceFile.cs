using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Actors.Tidy.Tests;

/// <summary>One file, read once.</summary>
internal sealed class SourceFile(string fullPath)
{
    private static readonly CSharpParseOptions Newest = new(LanguageVersion.Preview);

    private string[]? lines;

    /// <summary>Within the repository, with forward slashes.</summary>
    public string Path { get; } = System.IO.Path.GetRelativePath(Repository.Root, fullPath).Replace('\\', '/');

    public string FullPath => fullPath;

    public string[] Lines => lines ??= File.ReadAllLines(fullPath);

    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);

    public bool IsBenchmark => Path.StartsWith("benchmarks/", StringComparison.Ordinal);

    public CompilationUnitSyntax Syntax() =>
        CSharpSyntaxTree.ParseText(string.Join('\n', Lines), Newest).GetCompilationUnitRoot();

    /// <param name="line">Counted from 1.</param>
    public string At(int line) => $"{Path}:{line}";
}
