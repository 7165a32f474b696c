using Actors.Grains.Ids;
using Actors.Grains.Submissions;

namespace Actors.Grains.Ports;

/// <summary>Reads back what a submission's mail is made from.</summary>
public interface IContentReader
{
    /// <returns>Null when there is none. Completes at once while the submission is fresh in memory.</returns>
    ValueTask<StoredSubmission?> Read(TenantId tenant, SubmissionId submission);
}
