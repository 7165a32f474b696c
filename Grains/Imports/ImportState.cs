using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Actors.Grains.Contacts;
using Actors.Grains.Listings;
using Actors.Grains.Ports;

namespace Actors.Grains.Imports;

/// <summary>An import. Changed only by <see cref="ImportRules"/>.</summary>
[GenerateSerializer, Alias("import-state")]
public sealed record ImportState : IDue, IListed
{
    /// <summary>Null where it was never begun.</summary>
    [Id(0)] public ImportDraft? Draft { get; init; }

    [Id(1)] public ImportStatus Status { get; init; }
    [Id(2)] public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Octets stored so far.</summary>
    [Id(3)] public long Received { get; init; }

    /// <summary>Of the first row that is not applied yet; the beginning until the headings were read.</summary>
    [Id(4)] public ImportPosition Position { get; init; }

    /// <summary>Octets before it are removed.</summary>
    [Id(5)] public long Cleared { get; init; }

    [Id(6)] public ImportCounts Counts { get; init; }

    /// <summary>Null until the beginning of the file was read.</summary>
    [Id(7)] public ImportLayout? Layout { get; init; }

    [Id(8)] public int ErrorsKept { get; init; }
    [Id(9)] public ImportProblem? Problem { get; init; }
    [Id(10)] public DateTimeOffset? StartedAt { get; init; }
    [Id(11)] public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Not stored yet: written with the state in one transaction, and never part of it. Null for
    /// nothing.</summary>
    [Id(12), JsonIgnore] public ImportWork? Work { get; init; }

    /// <summary>When nothing is known of it any more; null while it waits or is read.</summary>
    [JsonIgnore]
    public DateTimeOffset? GoesAt => Status == ImportStatus.Uploading
        ? CreatedAt + ImportLimits.UploadTime
        : EndedAt + ImportLimits.KeptTime;

    /// <summary>At once while there is something to read or to remove.</summary>
    [JsonIgnore]
    public DateTimeOffset? DueAt => Draft is null ? null
        : Status is ImportStatus.Waiting or ImportStatus.Reading || (Status.HasEnded() && Cleared < Received)
            ? CreatedAt
            : GoesAt;

    public Listing? Listed(string key) => Draft is null ? null : ListedAs(ImportKey.Parse(key));

    private Listing ListedAs(ImportKey key) => new(ListingKinds.Import, key.Tenant, key.Id)
    {
        Topic = Draft!.Mark ?? "",
        Marks = Status.HasEnded() ? [Status.ToText()] : [ImportMarks.Open, Status.ToText()],
    };
}

/// <summary>What an import is found by in its list, beside the names of its status.</summary>
public static class ImportMarks
{
    /// <summary>It has not ended.</summary>
    public const string Open = "open";
}

/// <summary>What a commit stores beside the state of the import.</summary>
/// <param name="Part">Null for none.</param>
/// <param name="Contacts">Each address once.</param>
/// <param name="Errors">Numbered behind those that are kept already.</param>
[GenerateSerializer, Immutable, Alias("import-work")]
public sealed record ImportWork(
    ImportPart? Part, ImmutableArray<ImportedContact> Contacts, ImmutableArray<ImportError> Errors)
{
    public static ImportWork Of(ImportPart part) => new(part, [], []);
}

/// <summary>What an import makes of an address, or of a domain.</summary>
/// <param name="Etag">The version that was read; null where there was nothing.</param>
/// <param name="Before">What was read.</param>
[GenerateSerializer, Immutable, Alias("imported-contact")]
public sealed record ImportedContact(ContactHash Hash, string? Etag, ContactState Before, ContactState After);
