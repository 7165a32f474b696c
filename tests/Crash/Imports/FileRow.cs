namespace Actors.Crash.Imports;

/// <summary>A row of a file to be imported.</summary>
/// <param name="Subject">An address, or a domain of the blacklist.</param>
/// <param name="Says">The detail of the contact, or the note of the entry.</param>
internal sealed record FileRow(string Subject, string Says, RowEnd End)
{
    public bool IsDomain => !Subject.Contains('@', StringComparison.Ordinal);
}

/// <summary>What has to come of a row.</summary>
internal enum RowEnd
{
    Creates,

    /// <summary>A reader who may be a contact already, because a letter went there.</summary>
    CreatesOrUpdates,

    /// <summary>A row before it says something else of the same.</summary>
    Updates,

    /// <summary>A row before it says the same of the same, in another spelling.</summary>
    ChangesNothing,

    /// <summary>Cannot be read.</summary>
    Fails,
}
