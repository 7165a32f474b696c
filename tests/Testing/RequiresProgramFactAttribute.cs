namespace Actors.Testing;

/// <summary>
/// A fact that an independent program judges; skipped, and saying so, where the program is not installed.
/// </summary>
public sealed class RequiresProgramFactAttribute : FactAttribute
{
    public RequiresProgramFactAttribute(string program)
    {
        Program = program;
        if (Find(program) is null)
            Skip = $"needs the program {program} on PATH";
    }

    public string Program { get; }

    /// <returns>The full path, or null where PATH has no such file.</returns>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}
