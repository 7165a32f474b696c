using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Actors.Tidy.Tests;

public sealed partial class NamingTests
{
    [Fact]
    public void no_type_is_named_after_no_thing()
    {
        var faults = new Faults();
        foreach (var file in Repository.Files(".cs"))
            foreach (var type in file.Syntax().DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
                if (NoThing().IsMatch(type.Identifier.Text))
                    faults.Add(file, type.Identifier,
                        $"{type.Identifier.Text}: name the thing it is; if no noun fits, it is two things");
        faults.ShouldBeNone();
    }

    [Fact]
    public void a_namespace_equals_its_folder()
    {
        var faults = new Faults();
        foreach (var file in Repository.Files(".cs").Where(file => !file.IsBenchmark))
            foreach (var declared in file.Syntax().Members.OfType<BaseNamespaceDeclarationSyntax>())
                if (!Expected(file.Path).Contains(declared.Name.ToString()))
                    faults.Add(file, declared, $"{declared.Name} should be {Expected(file.Path)[0]}");
        faults.ShouldBeNone();
    }

    [Fact]
    public void a_test_is_named_as_a_sentence()
    {
        var faults = new Faults();
        foreach (var file in Repository.Files(".cs").Where(file => file.IsTest))
            foreach (var method in file.Syntax().DescendantNodes().OfType<MethodDeclarationSyntax>())
                if (IsTest(method) && !Sentence().IsMatch(method.Identifier.Text))
                    faults.Add(file, method.Identifier,
                        $"{method.Identifier.Text}: words_joined_by_underscores that say what is so");
        faults.ShouldBeNone();
    }

    private static bool IsTest(MethodDeclarationSyntax method) => method.AttributeLists
        .SelectMany(list => list.Attributes)
        .Any(attribute => attribute.Name.ToString() is var name
            && (name.EndsWith("Fact", StringComparison.Ordinal) || name.EndsWith("Theory", StringComparison.Ordinal)));

    /// <summary>Grains.Interfaces shares the namespace of Grains; the engine's surface is one namespace.</summary>
    private static string[] Expected(string path)
    {
        var folder = Path.GetDirectoryName(path)!.Replace('\\', '/');
        if (folder.StartsWith("tests/", StringComparison.Ordinal))
            folder = folder["tests/".Length..];
        var name = "Actors." + folder.Replace("Grains.Interfaces", "Grains", StringComparison.Ordinal)
            .Replace('/', '.');
        return folder.StartsWith("Engine/", StringComparison.Ordinal) ? [name, "Actors.Engine"] : [name];
    }

    [GeneratedRegex("(Manager|Helper|Util|Utility|Service|Processor)s?$")]
    private static partial Regex NoThing();

    [GeneratedRegex("^[a-z0-9]+(_[A-Za-z0-9]+){2,}$")]
    private static partial Regex Sentence();
}
