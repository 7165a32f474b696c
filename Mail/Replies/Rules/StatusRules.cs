using System.Collections.Immutable;
using static Actors.Mail.Replies.BounceCategory;
using static Actors.Mail.Replies.BounceHardness;
using static Actors.Mail.Replies.BounceScope;

namespace Actors.Mail.Replies.Rules;

/// <summary>What codes say, where words said nothing: first subject and detail, then the reply code.</summary>
internal static class StatusRules
{
    internal static readonly ImmutableArray<BounceRule> Statuses =
    [
        new("status.address-without-words", Sources.Rfc3463, InvalidRecipient, Hard, Recipient)
        {
            Statuses = ["1.1", "1.3", "1.351"],
            WithoutWords = true,
        },
        new("status.domain-without-words", Sources.Rfc3463, DnsFailure, Hard, Domain)
        {
            Statuses = ["1.2"],
            WithoutWords = true,
        },
        new("status.gone-without-words", Sources.Rfc7505, DnsFailure, Hard, Domain)
        {
            Statuses = ["1.10"], // no mail for the domain, or with Exchange no such recipient: gone, either way
            WithoutWords = true,
            IsUnexplained = true,
        },
        AtRecipient("status.address-refused", InvalidRecipient, Recipient, "1.1", "1.3", "1.351"),
        AtRecipient("status.domain-refused", DnsFailure, Domain, "1.2", "1.10"),
        new("status.null-mx", Sources.Rfc7505, DnsFailure, Hard, Domain)
        {
            Statuses = ["1.10"],
            Codes = [556],
        },
        Of("status.address-unknown", InvalidRecipient, Soft, Recipient, "1.1", "1.3", "1.351"),
        Of("status.address-ambiguous", InvalidRecipient, Soft, Recipient, "1.4"),
        Of("status.domain-unknown", DnsFailure, Soft, Domain, "1.2"),
        Of("status.null-mx-or-unknown", DnsFailure, Soft, Domain, "1.10") with { IsUnexplained = true }, // Exchange's
        new("status.mailbox-not-now", Sources.Gmail, MailBlock, Soft, Policy)
        {
            Statuses = ["2.1"],
            Codes = [.. Enumerable.Range(400, 100)],
        },
        Of("status.mailbox-disabled", InvalidRecipient, Soft, Recipient, "2.1"),
        Of("status.sender-address-in-ip", MailBlock, Soft, SenderIp, "7.25", "7.606", "7.511", "7.750"),
        Of("status.not-found-by-relay", DnsFailure, Soft, Domain, "4.3", "4.4", "4.310", "4.312"),
        Of("status.no-connection", DnsFailure, Soft, BounceScope.System, "4.316"),
        Of("status.loop", BounceCategory.Timeout, Soft, BounceScope.System, "4.6", "4.14"),
        Of("status.no-answer", BounceCategory.Timeout, Soft, BounceScope.System, "4.0", "4.300"),
        Of("status.too-many-recipients", MailBlock, Soft, Policy, "5.3"),
        Of("status.owner-changed", InvalidRecipient, Soft, Recipient, "7.17", "7.18"),
        Of("status.relay", RelayingDenied, Soft, Policy, "7.54", "7.64", "7.133", "7.134", "7.136"),
        Of("status.security", MailBlock, Soft, Policy, "7"),
        Of("status.media", GenericBounce, Soft, Content, "6"),
        Of("status.system", GenericBounce, Soft, BounceScope.System, "3", "4.5"),
    ];

    internal static readonly ImmutableArray<BounceRule> Codes =
    [
        Code("code.full", MailboxFull, Soft, Recipient, 552),
        Code("code.no-mail-here", DnsFailure, Hard, Domain, 556),
        Code("code.not-local", InvalidRecipient, Soft, Recipient, 551),
        Code("code.login", MailBlock, Soft, Policy, 530, 534, 535, 538),
        Code("code.blocked", MailBlock, Soft, Policy, 421, 570, 571, 572),
        new("code.unexplained", Sources.Rfc5321, GenericBounce, Soft, BounceScope.System)
        {
            Codes = [.. Enumerable.Range(400, 200)],
            IsUnexplained = true,
        },
        new("status.unexplained", Sources.Rfc3463, GenericBounce, Soft, BounceScope.System)
        {
            Statuses = ["0", "1", "2", "5"],
            IsUnexplained = true,
        },
        new("text.unknown", Sources.Wording, Undetermined, Soft, BounceScope.System)
        {
            IsUnexplained = true,
        },
    ];

    /// <summary>
    /// A status beside words that say nothing of it is one witness; that RCPT was refused is the second.
    /// </summary>
    private static BounceRule AtRecipient(
        string id, BounceCategory category, BounceScope scope, params string[] statuses) =>
        new(id, Sources.Rfc3463, category, Hard, scope) { Statuses = statuses, Stages = [ReplyStage.Recipient] };

    private static BounceRule Of(
        string id, BounceCategory category, BounceHardness hardness, BounceScope scope, params string[] statuses) =>
        new(id, Sources.Rfc3463, category, hardness, scope) { Statuses = statuses };

    private static BounceRule Code(
        string id, BounceCategory category, BounceHardness hardness, BounceScope scope, params int[] codes) =>
        new(id, Sources.Rfc5321, category, hardness, scope) { Codes = codes };
}
