using System.Buffers;

namespace Actors.Mail.Replies;

/// <summary>One line of the table by which bounces are classified. All conditions that are given must hold.</summary>
/// <param name="Id">Stable: it is shown, counted and stored.</param>
/// <param name="Source">Where the knowledge comes from.</param>
/// <param name="Hardness">Of a permanent failure; a transient one is always soft.</param>
internal sealed record BounceRule(
    string Id, string Source, BounceCategory Category, BounceHardness Hardness, BounceScope Scope)
{
    /// <summary>RFC 3463 subject; null for any, or no status at all.</summary>
    internal int? Subject { get; init; }

    /// <summary>RFC 3463 detail; null for any.</summary>
    internal int? Detail { get; init; }

    /// <summary>Reply codes; null for any.</summary>
    internal int[]? Codes { get; init; }

    /// <summary>
    /// One of them must occur, in any case. Matched in one pass over the text, without back-tracking.
    /// </summary>
    internal SearchValues<string>? Phrases { get; init; }

    internal bool Matches(Reply reply) =>
        (Subject is null || reply.Status?.Subject == Subject)
        && (Detail is null || reply.Status?.Detail == Detail)
        && (Codes is null || Array.IndexOf(Codes, reply.Code) >= 0)
        && (Phrases is null || reply.Text.AsSpan().ContainsAny(Phrases));
}
