namespace Actors.Storage.Sqlite;

/// <summary>Two processes on one database would both believe they are alone.</summary>
public sealed class DataFolderInUseException(string path, Exception inner) : Exception(
    $"The data folder '{path}' is in use by another process. Stop that process, or give this one a folder of its own " +
    "(option Storage:Folder).", inner)
{
    public string Path { get; } = path;
}
