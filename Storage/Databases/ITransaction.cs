namespace Actors.Storage.Databases;

/// <summary>Writes that become durable together or not at all. Disposed without a commit, they are undone.</summary>
public interface ITransaction : IReading
{
    /// <summary>Returns when everything is on stable storage.</summary>
    /// <exception cref="DatabaseException">Nothing is promised: whole or absent after a restart.</exception>
    void Commit();
}
