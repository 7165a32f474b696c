using Actors.Mail.Replies;

namespace Actors.Mail.Reports;

/// <summary>
/// The name that PowerMTA gives to a failure, in the field X-PowerMTA-BounceCategory. It held the dialogue, but goes by
/// the words of the reply, too: so it counts where they are not enough.
/// </summary>
internal sealed record ServerVerdict(string Name, BounceCategory Category, BounceScope Scope)
{
    private const string Field = "X-PowerMTA-BounceCategory";

    /// <summary>Without those that say nothing: bad-configuration, protocol-errors, other.</summary>
    private static readonly ServerVerdict[] Known =
    [
        new("bad-mailbox", BounceCategory.InvalidRecipient, BounceScope.Recipient),
        new("inactive-mailbox", BounceCategory.InvalidRecipient, BounceScope.Recipient),
        new("quota-issues", BounceCategory.MailboxFull, BounceScope.Recipient),
        new("bad-domain", BounceCategory.DnsFailure, BounceScope.Domain),
        new("routing-errors", BounceCategory.DnsFailure, BounceScope.Domain),
        new("bad-connection", BounceCategory.Timeout, BounceScope.System),
        new("no-answer-from-host", BounceCategory.Timeout, BounceScope.System),
        new("message-expired", BounceCategory.Timeout, BounceScope.System),
        new("relaying-issues", BounceCategory.RelayingDenied, BounceScope.Policy),
        new("policy-related", BounceCategory.MailBlock, BounceScope.Policy),
        new("invalid-sender", BounceCategory.MailBlock, BounceScope.Policy),
        new("spam-related", BounceCategory.SpamContent, BounceScope.Content),
        new("virus-related", BounceCategory.SpamContent, BounceScope.Content),
        new("content-related", BounceCategory.GenericBounce, BounceScope.Content),
    ];

    internal static ServerVerdict? In(FieldGroup group) => group[Field] is { } name
        ? Array.Find(Known, verdict => name.Equals(verdict.Name, StringComparison.OrdinalIgnoreCase))
        : null;

    /// <returns>
    /// Soft, because it is no second witness; null where the words, which are asked first, say it themselves.
    /// </returns>
    internal Bounce? Over(Bounce bounce) =>
        BounceClassifier.IsUnexplained(bounce) || (IsOfMailbox && BounceClassifier.IsOfTwoMinds(bounce))
            ? bounce with
            {
                Category = Category,
                Scope = Scope,
                Hardness = BounceHardness.Soft,
                Rule = $"powermta.{Name}",
            }
            : null;

    private bool IsOfMailbox => Category == BounceCategory.InvalidRecipient;
}
