using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Actors.Tidy.Tests;

/// <summary>What Orleans refuses to build, and the embedded engine alone would let pass.</summary>
public sealed class WireTests
{
    [Fact]
    public void no_type_numbers_two_of_its_members_alike()
    {
        var faults = new Faults();
        foreach (var file in Repository.Product())
            foreach (var type in file.Syntax().DescendantNodes().OfType<TypeDeclarationSyntax>())
            {
                var seen = new HashSet<string>();
                foreach (var id in type.Members.SelectMany(member => member.AttributeLists).SelectMany(Named("Id")))
                    if (!seen.Add(id.ArgumentList!.ToString()))
                        faults.Add(file, id, $"{type.Identifier.Text} has {id} twice");
            }

        faults.ShouldBeNone();
    }

    [Fact]
    public void no_two_types_have_the_same_alias()
    {
        var (faults, seen) = (new Faults(), new HashSet<string>());
        foreach (var file in Repository.Product().Where(file => IsOfGrains(file.Path)))
            foreach (var alias in file.Syntax().DescendantNodes().OfType<TypeDeclarationSyntax>()
                .SelectMany(type => type.AttributeLists).SelectMany(Named("Alias")))
                if (!seen.Add(alias.ArgumentList!.ToString()))
                    faults.Add(file, alias, $"another type has {alias}");
        faults.ShouldBeNone();
    }

    private static bool IsOfGrains(string path) =>
        path.StartsWith("Grains/", StringComparison.Ordinal)
        || path.StartsWith("Grains.Interfaces/", StringComparison.Ordinal);

    private static Func<AttributeListSyntax, IEnumerable<AttributeSyntax>> Named(string name) =>
        list => list.Attributes.Where(attribute => attribute.Name.ToString() == name);
}
