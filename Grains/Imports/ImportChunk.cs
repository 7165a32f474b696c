using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Imports.Reading;
using Actors.Grains.Ports;

namespace Actors.Grains.Imports;

/// <summary>What some rows of a file make of contacts: pure.</summary>
/// <param name="Contacts">Those that change, each once.</param>
/// <param name="Counts">Of these rows alone.</param>
/// <param name="Activated">How many become active contacts.</param>
public sealed record ImportChunk(
    ImmutableArray<ImportedContact> Contacts, ImmutableArray<ImportError> Errors, ImportCounts Counts, int Activated)
{
    /// <param name="rows">In their order: what a later one says counts.</param>
    /// <param name="draft">Of the import.</param>
    /// <param name="known">What was known of their addresses and domains.</param>
    /// <param name="room">How many may become active contacts; the rows beyond are refused.</param>
    public static ImportChunk Of(
        IReadOnlyList<ImportRow> rows, ImportDraft draft,
        IReadOnlyDictionary<ContactHash, KnownContact> known, int room, DateTimeOffset now)
    {
        var desk = new ImportDesk(draft, known, room, now);
        foreach (var row in rows)
            desk.Take(row);
        return desk.Done();
    }

    /// <returns>Whose state has to be known for these rows, each once.</returns>
    public static IReadOnlyCollection<ContactHash> HashesOf(IReadOnlyList<ImportRow> rows) =>
        rows.OfType<ImportRow.Asked>().Select(row => HashOf(row.Command)).ToHashSet();

    internal static ContactHash HashOf(ContactCommand command) => command switch
    {
        ContactCommand.Put put => ContactHash.Of(put.Address),
        ContactCommand.Block { Address: { } address } => ContactHash.Of(address),
        ContactCommand.Block { Domain: { } domain } => ContactHash.Of(domain),
        _ => throw new InvalidOperationException($"A file does not ask for {command.GetType().Name}."),
    };
}
