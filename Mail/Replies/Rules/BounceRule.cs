namespace Actors.Mail.Replies.Rules;

/// <summary>One line of the table by which bounces are classified. All conditions that are given must hold.</summary>
/// <param name="Id">Stable: it is shown, counted and stored.</param>
/// <param name="Source">Where the knowledge comes from.</param>
/// <param name="Hardness">Of a permanent failure; a transient one is always soft.</param>
internal sealed record BounceRule(
    string Id, string Source, BounceCategory Category, BounceHardness Hardness, BounceScope Scope)
{
    /// <summary>One of them must be in the text; none given means any text. See <see cref="Matching"/>.</summary>
    internal string[] Any { get; init; } = [];

    /// <summary>One of them must be in the text, too.</summary>
    internal string[] With { get; init; } = [];

    /// <summary>None of them may be in the text.</summary>
    internal string[] Without { get; init; } = [];

    /// <summary>RFC 3463 subject and detail, such as "2.2", or "2" for each detail; none given means any.</summary>
    internal string[] Statuses { get; init; } = [];

    /// <summary>There may be no reply code: our own side said so, and not the receiver.</summary>
    internal bool WithoutCode { get; init; }

    /// <summary>There may be no status.</summary>
    internal bool WithoutStatus { get; init; }

    /// <summary>There may be no word: codes and addresses only.</summary>
    internal bool WithoutWords { get; init; }

    /// <summary>Reply codes; none given means any.</summary>
    internal int[] Codes { get; init; } = [];

    /// <summary>Steps of the dialogue; none given means any.</summary>
    internal ReplyStage[] Stages { get; init; } = [];

    /// <summary>
    /// Whether the words alone prove that the address will never work. Otherwise they need a second witness: a status
    /// of the recipient's address, or that RCPT was what the reply refused.
    /// </summary>
    /// <remarks>Receivers that filter for a recipient say "user unknown", too, and mean the message.</remarks>
    internal bool IsProof { get; init; }

    /// <summary>Whether the rule is what is left when nothing gives a reason.</summary>
    internal bool IsUnexplained { get; init; }

    /// <summary>Whether a report that quotes these words may say it better itself.</summary>
    internal bool IsWeak { get; init; }

    /// <summary>
    /// Whether the words say whose reply is quoted: they come before the quotation, which may be of another server
    /// that was asked about the sender.
    /// </summary>
    internal bool IsAboutQuotation { get; init; }

    /// <summary>Whether words decided, and not codes alone.</summary>
    internal bool HasWords => Any.Length > 0 && !IsUnexplained && !IsWeak;
}
