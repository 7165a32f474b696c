using Actors.Grains.Ids;
using Actors.Storage.Databases;
using Actors.Storage.Messages;
using Actors.Storage.Submissions;

namespace Actors.Storage.Retention;

/// <summary>Deletes files that no row names: a crash between a file and its commit left them.</summary>
/// <remarks>Once after a start is enough, because a running store settles its own.</remarks>
internal sealed class OrphanSweep(IDatabase database, ContentFiles files, MessageLookup lookup)
{
    private bool done;

    public async Task Run(CancellationToken cancellation)
    {
        if (done)
            return;
        foreach (var (tenant, submission) in files.All())
        {
            cancellation.ThrowIfCancellationRequested();
            // In this order: a file that is settled after the first look has its row before the second.
            if (!files.IsUnsettled(tenant, submission) && !await HasRow(tenant, submission))
                files.Delete(tenant, submission);
        }

        done = true;
    }

    private async Task<bool> HasRow(TenantId tenant, SubmissionId submission)
    {
        using var reading = await database.Read();
        return lookup.Submission(reading, tenant, submission) is not null;
    }
}
