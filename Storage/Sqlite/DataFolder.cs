namespace Actors.Storage.Sqlite;

/// <summary>The folder everything lies in, held by one process at a time.</summary>
public sealed class DataFolder : IDisposable
{
    private readonly FileStream hold;

    private DataFolder(string path, FileStream hold)
    {
        Path = path;
        this.hold = hold;
    }

    public string Path { get; }

    public string Database => System.IO.Path.Combine(Path, "actors.db");

    /// <summary>Creates the folder where there is none, and takes it.</summary>
    /// <exception cref="DataFolderInUseException">Another process, or another store of this one, holds it.</exception>
    public static DataFolder Take(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(path);
        try
        {
            // FileShare.None takes flock(LOCK_EX) on Unix: the kernel gives it back however the process ends.
            var hold = new FileStream(
                System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new DataFolder(path, hold);
        }
        catch (IOException fault) when (fault.GetType() == typeof(IOException))
        {
            throw new DataFolderInUseException(path, fault);
        }
    }

    public void Dispose() => hold.Dispose();
}
