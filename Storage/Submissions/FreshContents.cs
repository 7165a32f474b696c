using System.Diagnostics.CodeAnalysis;
using Actors.Grains.Ids;
using Actors.Grains.Submissions;

namespace Actors.Storage.Submissions;

/// <summary>The newest submissions, so that the first attempt reads nothing from disk. Bounded by bytes, oldest first
/// out.</summary>
internal sealed class FreshContents(long bytesMax)
{
    /// <summary>Bytes a submission takes beside its source: ids, subject, the objects themselves.</summary>
    private const int BytesOfOne = 1024;

    private readonly Dictionary<(TenantId Tenant, SubmissionId Id), StoredSubmission> contents = [];
    private readonly Queue<(TenantId Tenant, SubmissionId Id, long Bytes)> order = new();
    private long bytes;

    public void Add(TenantId tenant, StoredSubmission submission, int sourceBytes)
    {
        var size = (long)sourceBytes + BytesOfOne;
        if (size > bytesMax)
            return;
        lock (order)
        {
            contents[(tenant, submission.Id)] = submission;
            order.Enqueue((tenant, submission.Id, size));
            bytes += size;
            while (bytes > bytesMax)
            {
                var oldest = order.Dequeue();
                contents.Remove((oldest.Tenant, oldest.Id));
                bytes -= oldest.Bytes;
            }
        }
    }

    public bool TryGet(TenantId tenant, SubmissionId id, [NotNullWhen(true)] out StoredSubmission? submission)
    {
        lock (order)
            return contents.TryGetValue((tenant, id), out submission);
    }
}
