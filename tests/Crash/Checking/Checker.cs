namespace Actors.Crash.Checking;

/// <summary>Holds the evidence against what is promised.</summary>
public static class Checker
{
    /// <returns>Every broken promise, a sentence each; empty when all are kept.</returns>
    public static IReadOnlyList<string> Check(Evidence evidence) =>
    [
        .. Submissions.Check(evidence),
        .. Deliveries.Check(evidence),
        .. Duplicates.Check(evidence),
        .. Log.Check(evidence),
    ];
}
