using Actors.Grains.Contacts;
using Actors.Grains.Imports.Reading;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;

namespace Actors.Grains.Imports;

/// <summary>Takes rows one after another, as <see cref="ImportChunk"/> wants them.</summary>
internal sealed class ImportDesk(
    ImportDraft draft, IReadOnlyDictionary<ContactHash, KnownContact> known, int room, DateTimeOffset now)
{
    private static readonly ContactState Nothing = new();

    private readonly Dictionary<ContactHash, ImportedContact> contacts = [];
    private readonly List<ImportError> errors = [];
    private ImportCounts counts;
    private int activated;

    public void Take(ImportRow row)
    {
        counts = counts with { Rows = counts.Rows + 1 };
        if (row is ImportRow.Asked asked)
            Take(asked);
        else if (row is ImportRow.Wrong wrong)
            Refuse(wrong.Error);
    }

    public ImportChunk Done() => new(
        [.. contacts.Values.Where(one => !ReferenceEquals(one.Before, one.After))], [.. errors], counts, activated);

    private void Take(ImportRow.Asked row)
    {
        var (number, hash) = (row.Number, ImportChunk.HashOf(row.Command));
        var one = contacts.TryGetValue(hash, out var earlier) ? earlier
            : known.TryGetValue(hash, out var found) ? new ImportedContact(hash, found.Etag, found.State, found.State)
            : new ImportedContact(hash, null, Nothing, Nothing);
        var (next, refusal) = Decided(one.After, row);
        if (refusal is not null)
            Refuse(new ImportError(
                number, refusal.Errors is [{ Code: var code }, ..] ? code : "refused", refusal.Detail, ""));
        else if (ActiveContacts.Add(one.After, next) && activated == room)
            Exhaust(number);
        else
            Keep(one, next);
    }

    private (ContactState State, Refusal? Refusal) Decided(ContactState contact, ImportRow.Asked row)
    {
        switch (row.Command)
        {
            case ContactCommand.Put put:
                var made = ContactChanges.Put(
                    contact,
                    put with { Lists = [.. put.Lists.Union(draft.Lists)], Origin = ContactOrigin.Import }, now);
                return ContactChanges.Check(made) is { } refusal ? (made, refusal)
                    : row.Standing is { } standing ? ImportedStanding.Of(contact, made, standing, now)
                    : (made, null);
            case ContactCommand.Block block:
                return (ContactBlocks.Block(contact, block, now), null);
            default:
                throw new InvalidOperationException($"A file does not ask for {row.Command.GetType().Name}.");
        }
    }

    private void Keep(ImportedContact one, ContactState next)
    {
        activated += ActiveContacts.Add(one.After, next) ? 1 : 0;
        counts = ReferenceEquals(one.After, next) ? counts with { Unchanged = counts.Unchanged + 1 }
            : IsThere(one.After) ? counts with { Updated = counts.Updated + 1 }
            : counts with { Created = counts.Created + 1 };
        contacts[one.Hash] = one with { After = next };
    }

    private bool IsThere(ContactState contact) =>
        draft.Kind == ImportKind.Contacts ? contact.IsContact : contact.Blocked is not null;

    private void Refuse(ImportError error)
    {
        counts = counts with { Failed = counts.Failed + 1 };
        errors.Add(error);
    }

    private void Exhaust(long number)
    {
        counts = counts with { Exhausted = counts.Exhausted + 1 };
        errors.Add(new ImportError(
            number, "allowance_exhausted", "The plan includes no more active contacts; a larger one has room.", ""));
    }
}
