namespace Actors.Storage.Databases;

/// <summary>A prepared statement. Parameters and columns count as SQLite's do: from 1 and from 0.</summary>
public interface IStatement : IDisposable
{
    void Bind(int parameter, long value);

    void Bind(int parameter, long? value);

    void Bind(int parameter, string? value);

    /// <summary>UTF-8 that is stored as text. Copied.</summary>
    void BindText(int parameter, ReadOnlySpan<byte> utf8);

    /// <summary>Copied.</summary>
    void BindBlob(int parameter, ReadOnlySpan<byte> bytes);

    /// <summary>Runs to the end and makes the statement ready to be bound again.</summary>
    /// <returns>Rows inserted, updated or deleted.</returns>
    int Execute();

    /// <summary>Moves to the next row.</summary>
    /// <returns>False behind the last one.</returns>
    bool Step();

    bool IsNull(int column);

    long Number(int column);

    string Text(int column);

    /// <summary>Text as UTF-8, or a blob: valid until the next step.</summary>
    ReadOnlySpan<byte> Bytes(int column);
}
