namespace Actors.Tidy.Tests;

/// <summary>The files of this repository, without what is built or stored in it.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["artifacts", "data", "bin", "obj", "TestResults"];

    public static string Root { get; } = FindRoot();

    /// <param name="extension">With its dot.</param>
    public static IEnumerable<SourceFile> Files(string extension) =>
        Walk(Root).Where(path => path.EndsWith(extension, StringComparison.Ordinal))
            .Select(path => new SourceFile(path));

    /// <summary>C# files of the product: no tests, no benchmarks.</summary>
    public static IEnumerable<SourceFile> Product() => Files(".cs").Where(file => !file.IsTest && !file.IsBenchmark);

    /// <summary>Every file that is text.</summary>
    public static IEnumerable<SourceFile> Texts()
    {
        foreach (var path in Walk(Root))
            if (Path.GetExtension(path) is ".cs" or ".md" or ".csproj" or ".props" or ".sql" or ".json" or ".txt" or ""
                && new FileInfo(path).Length < 1_000_000)
                yield return new SourceFile(path);
    }

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
            yield return file;
        foreach (var child in Directory.EnumerateDirectories(folder))
        {
            var name = Path.GetFileName(child);
            if (NotOurs.Contains(name) || (name.StartsWith('.') && name != ".ci"))
                continue;
            foreach (var file in Walk(child))
                yield return file;
        }
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Actors.sln")))
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException($"no Actors.sln above {AppContext.BaseDirectory}");
        return folder;
    }
}
