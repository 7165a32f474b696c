using System.Collections.Immutable;

namespace Actors.Mail.Replies.Rules;

/// <summary>
/// The table, in order: the first rule that matches decides. Words say more than a status, a status more than a code;
/// words about the sender come before words about the recipient, because they quote the same phrases.
/// </summary>
internal static class BounceRules
{
    internal static readonly ImmutableArray<BounceRule> All =
    [
        .. ProviderRules.All,
        .. RelayRules.All,
        .. MailboxRules.All,
        .. HoldRules.Decided,
        .. SpamRules.Certain,
        .. SenderRules.All,
        .. DnsRules.Gone,
        .. SystemRules.Program,
        .. RecipientRules.All,
        .. ContentRules.All,
        .. SpamRules.All,
        .. BlockRules.Named,
        .. SystemRules.Named,
        .. TimeoutRules.Expired,
        .. DnsRules.ForNow,
        .. TimeoutRules.NoAnswer,
        .. HoldRules.Delayed,
        .. PairRules.All,
        .. TrafficPairRules.All,
        .. RecipientRules.Weak,
        .. AbroadRules.All,
        .. BlockRules.ByPolicy,
        .. SystemRules.All,
        .. StatusRules.Statuses,
        .. SystemRules.Unexplained,
        .. StatusRules.Codes,
    ];
}
