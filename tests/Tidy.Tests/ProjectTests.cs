using System.Xml.Linq;

namespace Actors.Tidy.Tests;

public sealed class ProjectTests
{
    /// <summary>What each project may know directly. The arrows point one way: to what stands above it.</summary>
    private static readonly Dictionary<string, string[]> Knows = new()
    {
        ["Mail"] = [],
        ["Dns"] = [],
        ["Smtp"] = ["Mail", "Dns"],
        ["Engine"] = [],
        ["Grains.Interfaces"] = ["Engine", "Mail"],
        ["Grains"] = ["Engine", "Grains.Interfaces", "Mail"],
        ["Storage"] = ["Engine", "Grains", "Grains.Interfaces", "Mail"],
        ["Api"] = ["Engine", "Grains.Interfaces", "Mail"],
        ["Silo"] = ["Api", "Dns", "Engine", "Grains", "Grains.Interfaces", "Mail", "Smtp", "Storage"],
    };

    [Fact]
    public void a_project_knows_only_what_stands_above_it()
    {
        var faults = new Faults();
        foreach (var (name, allowed) in Knows)
            foreach (var known in References(name).Select(Path.GetFileNameWithoutExtension))
                if (!allowed.Contains(known))
                    faults.Add($"{name}/{name}.csproj", $"knows {known}; it may know {string.Join(", ", allowed)}");
        faults.ShouldBeNone();
    }

    [Fact]
    public void every_project_of_the_product_has_its_place_in_the_map()
    {
        var faults = new Faults();
        foreach (var file in Repository.Files(".csproj").Where(file => !file.IsTest && !file.IsBenchmark))
            if (!Knows.ContainsKey(Path.GetFileNameWithoutExtension(file.Path)))
                faults.Add(file.Path, "add it here and to docs/architecture.md, with what it may know");
        faults.ShouldBeNone();
    }

    [Fact]
    public void every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Actors.sln"));
        var faults = new Faults();
        foreach (var file in Repository.Files(".csproj"))
            if (!solution.Contains(file.Path.Replace('/', '\\'), StringComparison.Ordinal))
                faults.Add(file.Path, $"dotnet sln Actors.sln add {file.Path}");
        faults.ShouldBeNone();
    }

    [Fact]
    public void versions_of_packages_stand_in_one_file()
    {
        var faults = new Faults();
        foreach (var file in Repository.Files(".csproj"))
            foreach (var reference in XDocument.Load(file.FullPath).Descendants("PackageReference"))
                if (reference.Attribute("Version") is not null)
                    faults.Add(file.Path, $"{reference.Attribute("Include")?.Value}: versions stand in the root");
        faults.ShouldBeNone();
    }

    private static IEnumerable<string> References(string name) =>
        XDocument.Load(Path.Combine(Repository.Root, name, name + ".csproj")).Descendants("ProjectReference")
            .Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'));
}
