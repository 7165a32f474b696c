using System.Collections.Immutable;

namespace Actors.Grains.Imports;

/// <summary>What is to be imported, before there is an octet of it.</summary>
/// <param name="Name">What the tenant calls it; null for nothing.</param>
/// <param name="Lists">That all contacts of the file join.</param>
/// <param name="Mark">Stands for the idempotency key; null where there is none.</param>
[GenerateSerializer, Immutable, Alias("import-draft")]
public sealed record ImportDraft(
    ImportKind Kind, ImportFormat Format, string? Name, ImmutableArray<string> Lists, string? Mark)
{
    public bool IsSameAs(ImportDraft other) =>
        Kind == other.Kind && Format == other.Format && Name == other.Name && Lists.SequenceEqual(other.Lists);
}

/// <summary>What became of the rows so far.</summary>
[GenerateSerializer, Immutable, Alias("import-counts")]
public readonly record struct ImportCounts
{
    /// <summary>Read, whatever became of them: the sum of the others.</summary>
    [Id(0)] public long Rows { get; init; }

    /// <summary>New contacts, or new entries of the blacklist.</summary>
    [Id(1)] public long Created { get; init; }

    [Id(2)] public long Updated { get; init; }

    /// <summary>Said nothing new.</summary>
    [Id(3)] public long Unchanged { get; init; }

    /// <summary>Could not be read, or not be taken.</summary>
    [Id(4)] public long Failed { get; init; }

    /// <summary>Would have made more active contacts than the plan includes.</summary>
    [Id(5)] public long Exhausted { get; init; }

    public static ImportCounts operator +(ImportCounts a, ImportCounts b) => new()
    {
        Rows = a.Rows + b.Rows,
        Created = a.Created + b.Created,
        Updated = a.Updated + b.Updated,
        Unchanged = a.Unchanged + b.Unchanged,
        Failed = a.Failed + b.Failed,
        Exhausted = a.Exhausted + b.Exhausted,
    };
}

/// <summary>Why a file was given up.</summary>
/// <param name="Code">Stable, snake_case.</param>
/// <param name="Detail">In plain words.</param>
[GenerateSerializer, Immutable, Alias("import-problem")]
public sealed record ImportProblem(string Code, string Detail);

/// <summary>An import as its tenant sees it.</summary>
/// <param name="Received">Octets stored: where an upload that broke off goes on.</param>
/// <param name="Read">Octets gone through.</param>
/// <param name="ErrorsKept">Of the rows that failed, those that are told of one by one.</param>
/// <param name="Problem">Null where it has not failed.</param>
/// <param name="StartedAt">When reading began; null before.</param>
/// <param name="EndedAt">Null before.</param>
/// <param name="GoesAt">When nothing is known of it any more; null while it waits or is read.</param>
[GenerateSerializer, Immutable, Alias("import-view")]
public sealed record ImportView(
    string Id,
    ImportDraft Draft,
    ImportStatus Status,
    long Received,
    long Read,
    ImportCounts Counts,
    int ErrorsKept,
    ImportProblem? Problem,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? GoesAt);
