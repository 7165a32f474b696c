namespace Actors.Storage.Databases;

/// <summary>Runs prepared statements; for one thread at a time, given back when disposed.</summary>
public interface IReading : IDisposable
{
    /// <summary>Prepared once per connection and ready to be bound. In use until it is disposed.</summary>
    IStatement Prepare(Sql sql);
}
