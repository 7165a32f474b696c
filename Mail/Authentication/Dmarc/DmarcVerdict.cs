namespace Actors.Mail.Authentication.Dmarc;

/// <summary>The outcome for a message.</summary>
/// <param name="Reason">Why, in plain English.</param>
public sealed record DmarcVerdict(DmarcResult Result, string Reason)
{
    /// <summary>What applies to the author's domain. Null when nothing does, or nothing is known.</summary>
    public DomainPolicy.Found? Policy { get; init; }

    /// <summary>The domain that SPF passed for and that is aligned. Null: none.</summary>
    public string? AlignedSpf { get; init; }

    /// <summary>The d= of the first signature that passed and is aligned. Null: none.</summary>
    public string? AlignedDkim { get; init; }

    /// <summary>The word of RFC 8601.</summary>
    public string Word => Result.ToString().ToLowerInvariant();
}
