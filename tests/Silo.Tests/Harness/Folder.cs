namespace Actors.Silo.Tests.Harness;

/// <summary>A folder of a test's own, gone with it.</summary>
public sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("actors-silo-").FullName;

    public string Data => System.IO.Path.Combine(Path, "data");

    /// <returns>The file's path.</returns>
    public string Write(string name, string text)
    {
        var file = System.IO.Path.Combine(Path, name);
        File.WriteAllText(file, text);
        return file;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
