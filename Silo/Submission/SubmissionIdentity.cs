using Actors.Grains.Ids;

namespace Actors.Silo.Submission;

/// <summary>Whom an SMTP session submits for.</summary>
/// <param name="Trusted">For the network it comes from, without a login.</param>
public sealed record SubmissionIdentity(AccountKey Account, bool Trusted);
