using Actors.Mail.Replies;

namespace Actors.Grains.Messages;

/// <summary>What a failure means, as customers read it and counters count it: see docs/bounces.md.</summary>
/// <param name="Category">Such as <c>mailbox_full</c>.</param>
/// <param name="Hard">Whether the address itself will never work.</param>
/// <param name="Scope">Whose fault it is: recipient, domain, sender_ip, content, policy or system.</param>
/// <param name="Rule">The id of the rule that decided; empty for what was stored before rules had ids.</param>
[GenerateSerializer, Immutable, Alias("verdict")]
public sealed record Verdict(string Category, bool Hard, string Scope, string Rule)
{
    /// <summary>Only where recipient or domain is at fault, and a server answered, it says anything of the
    /// address.</summary>
    public Gravity Gravity() =>
        Category == BounceCategory.Timeout.Key()
        || (Scope != BounceScope.Recipient.Key() && Scope != BounceScope.Domain.Key()) ? Messages.Gravity.None
        : Hard ? Messages.Gravity.Hard
        : Messages.Gravity.Soft;
}
