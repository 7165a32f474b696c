namespace Actors.Mail.Replies;

/// <summary>A failed delivery, understood.</summary>
/// <param name="Rule">The stable id of the rule that decided, for support and statistics.</param>
public sealed record Bounce(
    BounceCategory Category,
    BounceChannel Channel,
    BouncePermanence Permanence,
    BounceHardness Hardness,
    BounceScope Scope,
    string Rule);
