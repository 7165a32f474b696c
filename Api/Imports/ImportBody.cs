using Actors.Grains.Imports;

namespace Actors.Api.Imports;

/// <param name="Id">imp_...</param>
/// <param name="Kind">contacts or blacklist.</param>
/// <param name="Format">csv or jsonl.</param>
/// <param name="Name">What it was called; absent for nothing.</param>
/// <param name="Lists">That all its contacts join.</param>
/// <param name="Status">uploading, waiting, reading, done, failed or cancelled.</param>
/// <param name="Received">Octets that are stored: an upload that broke off goes on there.</param>
/// <param name="Read">Octets gone through.</param>
/// <param name="Rows">Read: the sum of the five that follow.</param>
/// <param name="Created">New contacts, or new entries of the blacklist.</param>
/// <param name="Unchanged">Said nothing new.</param>
/// <param name="Failed">Could not be read or taken: see its errors.</param>
/// <param name="Exhausted">Would have made more active contacts than the plan includes: see its errors.</param>
/// <param name="ErrorsKept">How many errors are told one by one; further ones are only counted.</param>
/// <param name="Problem">Why it failed; absent where it has not.</param>
/// <param name="StartedAt">When reading began; absent before.</param>
/// <param name="EndedAt">Absent before.</param>
/// <param name="GoesAt">When it is forgotten; absent while it waits or is read.</param>
internal sealed record ImportBody(
    string Id,
    string Kind,
    string Format,
    string? Name,
    IReadOnlyList<string> Lists,
    string Status,
    long Received,
    long Read,
    long Rows,
    long Created,
    long Updated,
    long Unchanged,
    long Failed,
    long Exhausted,
    int ErrorsKept,
    ImportProblemBody? Problem,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? GoesAt)
{
    public static ImportBody Of(ImportView import) => new(
        import.Id, ImportNames.Of(import.Draft.Kind), ImportNames.Of(import.Draft.Format), import.Draft.Name,
        import.Draft.Lists, import.Status.ToText(), import.Received, import.Read, import.Counts.Rows,
        import.Counts.Created, import.Counts.Updated, import.Counts.Unchanged, import.Counts.Failed,
        import.Counts.Exhausted, import.ErrorsKept,
        import.Problem is { } problem ? new ImportProblemBody(problem.Code, problem.Detail) : null,
        import.CreatedAt, import.StartedAt, import.EndedAt, import.GoesAt);
}

/// <param name="Code">Stable, snake_case.</param>
/// <param name="Detail">In plain words.</param>
internal sealed record ImportProblemBody(string Code, string Detail);
