namespace Actors.Storage.Tests;

/// <summary>A folder of one test, gone with it.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("actors-storage-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
