using System.Collections.Immutable;

namespace Actors.Crash.Journals;

/// <summary>What a client means to hand in: one message for all recipients, once.</summary>
/// <param name="Mark">Its own, in the head of the message and in every recipient's address.</param>
/// <param name="IdempotencyKey">Null: it is never repeated, whatever the answer.</param>
/// <param name="Large">Above what stands in a row: its content becomes a file.</param>
public sealed record Submission(string Mark, ImmutableArray<string> Recipients, string? IdempotencyKey, bool Large)
{
    public const string Header = "X-Crash-Mark";
    public const string Domain = "crash.test";
    public const string From = "demo@sandbox.test";

    private const int SmallBytes = 1_500;
    private const int LargeBytes = 90_000;
    private const int LineLength = 76;

    public string Text => string.Concat(Enumerable.Repeat(
        new string('x', LineLength - 2) + "\r\n", (Large ? LargeBytes : SmallBytes) / LineLength));

    /// <returns>The mark in a recipient's address: what stands between the first and the last hyphen.</returns>
    public static string MarkOf(string recipient)
    {
        var local = recipient.AsSpan(0, recipient.IndexOf('@', StringComparison.Ordinal));
        var first = local.IndexOf('-');
        return local[(first + 1)..local.LastIndexOf('-')].ToString();
    }
}
