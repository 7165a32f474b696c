using System.Text.Json;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;
using Actors.Storage.Databases;
using Actors.Storage.Json;
using Actors.Storage.Writing;

namespace Actors.Storage.Submissions;

/// <summary>Reads sources back: from memory, the row, or the file beside the database.</summary>
internal sealed class ContentReader(
    IDatabase database, ContentFiles files, FreshContents fresh, TenantDirectory tenants) : IContentReader
{
    private static readonly Sql ById = new("""
        SELECT head, source_kind, source_file, source FROM submissions WHERE tenant = ?1 AND id = ?2
        """);

    public ValueTask<StoredSubmission?> Read(TenantId tenant, SubmissionId submission) =>
        fresh.TryGet(tenant, submission, out var known) ? new(known) : new(ReadRow(tenant, submission));

    private async Task<StoredSubmission?> ReadRow(TenantId tenant, SubmissionId id)
    {
        using var reading = await database.Read();
        if (tenants.Find(tenant, reading) is not { } number)
            return null;
        using var row = reading.Prepare(ById);
        row.Bind(1, number);
        row.Bind(2, id.Value);
        if (!row.Step())
            return null;
        var head = JsonSerializer.Deserialize(row.Bytes(0), StorageJson.Default.SubmissionJson)
            ?? throw new JsonException("A stored submission is null.");
        var bytes = row.Number(2) == 1 ? files.Read(tenant, id) : row.Bytes(3).ToArray();
        return SubmissionColumns.Read(id, head, SourceColumns.Read((int)row.Number(1), bytes, head.RawAuthors));
    }
}
