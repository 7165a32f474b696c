namespace Actors.Testing;

/// <summary>
/// A fact that independent programs judge; skipped, and saying so, where one of them is not installed.
/// </summary>
public class RequiresProgramFactAttribute : FactAttribute
{
    private bool root;

    public RequiresProgramFactAttribute(string program, params string[] more)
    {
        Programs = [program, .. more];
        var missing = Programs.Where(each => Find(each) is null).ToArray();
        if (missing.Length > 0)
            Skip = $"needs the program {string.Join(", ", missing)} on PATH";
    }

    public IReadOnlyList<string> Programs { get; }

    /// <summary>Whether it changes what only root may change, such as network namespaces. Default no.</summary>
    public bool Root
    {
        get => root;
        set
        {
            root = value;
            if (root && !Environment.IsPrivilegedProcess)
                Skip ??= "needs root";
        }
    }

    /// <returns>The full path, or null where PATH has no such file.</returns>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}
