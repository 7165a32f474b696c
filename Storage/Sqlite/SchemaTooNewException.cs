using System.Globalization;

namespace Actors.Storage.Sqlite;

/// <summary>The database was written by a later version, which may mean something else by the same tables.</summary>
public sealed class SchemaTooNewException(int found, int known) : Exception(string.Create(
    CultureInfo.InvariantCulture,
    $"The database has schema {found}, and this version of Actors knows schemas up to {known}. " +
    $"Start the version that wrote it, or a later one; nothing was changed."))
{
    public int Found { get; } = found;

    public int Known { get; } = known;
}
