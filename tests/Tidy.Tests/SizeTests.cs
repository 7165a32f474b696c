using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Actors.Tidy.Tests;

public sealed class SizeTests
{
    private const int FileLinesMax = 400;
    private const int ColumnsMax = 120;
    private const int MethodLinesMax = 40;
    private const int ShellLinesMax = 150;

    [Fact]
    public void no_file_is_longer_than_400_lines()
    {
        var faults = new Faults();
        foreach (var file in Repository.Files(".cs"))
            if (file.Lines.Length > FileLinesMax)
                faults.Add(file.At(FileLinesMax), $"{file.Lines.Length} lines; split it by noun");
        faults.ShouldBeNone();
    }

    [Fact]
    public void no_line_is_longer_than_120_columns()
    {
        var faults = new Faults();
        foreach (var file in Repository.Files(".cs"))
            if (file.Lines.Any(IsTooLong))
                foreach (var i in Enumerable.Range(0, file.Lines.Length).Except(LinesOfText(file)))
                    if (IsTooLong(file.Lines[i]))
                        faults.Add(file.At(i + 1), $"{file.Lines[i].Length} columns; break it");
        faults.ShouldBeNone();
    }

    [Fact]
    public void no_method_is_longer_than_40_lines()
    {
        var faults = new Faults();
        foreach (var file in Repository.Files(".cs"))
            foreach (var member in file.Syntax().DescendantNodes())
                if (member is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
                    && Lines(member) is var lines && lines > MethodLinesMax)
                    faults.Add(file, member, $"{lines} lines; give its steps names of their own");
        faults.ShouldBeNone();
    }

    [Fact]
    public void a_grain_shell_is_no_longer_than_150_lines()
    {
        var faults = new Faults();
        foreach (var file in Repository.Product())
            if (file.Path.StartsWith("Grains/", StringComparison.Ordinal)
                && file.Path.EndsWith("Grain.cs", StringComparison.Ordinal)
                && file.Lines.Count(line => !string.IsNullOrWhiteSpace(line)) is var lines && lines > ShellLinesMax)
                faults.Add(file.At(1), $"{lines} lines that are not blank; move what decides to its rules");
        faults.ShouldBeNone();
    }

    private static bool IsTooLong(string line) =>
        line.Length > ColumnsMax && !line.Contains("://", StringComparison.Ordinal);

    /// <summary>Raw strings of several lines: breaking them changes what they say.</summary>
    private static IEnumerable<int> LinesOfText(SourceFile file) => file.Syntax().DescendantNodes()
        .Where(node => node switch
        {
            LiteralExpressionSyntax literal => literal.Token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken),
            InterpolatedStringExpressionSyntax text =>
                text.StringStartToken.IsKind(SyntaxKind.InterpolatedMultiLineRawStringStartToken),
            _ => false,
        })
        .Select(node => node.GetLocation().GetLineSpan())
        .SelectMany(span => Enumerable.Range(
            span.StartLinePosition.Line, span.EndLinePosition.Line - span.StartLinePosition.Line + 1));

    /// <summary>From the signature to the last brace: attributes and comments do not count.</summary>
    private static int Lines(SyntaxNode member)
    {
        var first = member.ChildTokens().First().GetLocation().GetLineSpan().StartLinePosition.Line;
        return member.GetLocation().GetLineSpan().EndLinePosition.Line - first + 1;
    }
}
