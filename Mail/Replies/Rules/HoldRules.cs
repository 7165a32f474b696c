using System.Collections.Immutable;
using static Actors.Mail.Replies.BounceCategory;
using static Actors.Mail.Replies.BounceHardness;
using static Actors.Mail.Replies.BounceScope;

namespace Actors.Mail.Replies.Rules;

/// <summary>The receiver has taken the message and not yet decided.</summary>
internal static class HoldRules
{
    internal static readonly ImmutableArray<BounceRule> Decided =
    [
        new("held.quarantine", Sources.Mimecast, OutOfBand, Soft, Content)
        {
            Any =
            [
                "quarantine", "quarantined", "quarantine*", "quarantaine", "quarantane", "cuarentena", "quarentena",
                "quarantena", "карантин*", "*隔离*",
            ],
            Without =
            [
                "dmarc quarantine", "quarantine policy", "policy quarantine", "policy of quarantine", "p quarantine",
                "policy is quarantine", "released from quarantine", "unable to quarantine", "failed to quarantine",
                "could not quarantine", "cannot quarantine", "quarantine failed", "quarantine is full",
            ],
        },
        new("held.challenge", Sources.Wording, OutOfBand, Soft, Policy)
        {
            Any =
            [
                "requires your confirmation", "require your confirmation", "needs your confirmation",
                "confirm your message", "confirm your mail", "confirm your post", "confirm your posting",
                "confirm that your mail", "confirm that your message", "confirm that your email",
                "confirm that you sent", "confirm that you are", "confirm you are", "once you confirm",
                "until you confirm", "until you verify", "until you have confirmed", "until you have verified",
                "until you reply", "challenge", "prove that you are", "prove you are", "that you are human",
                "you are a human", "you are a person", "not a robot", "verify that you are", "verify you are",
                "mail released", "message released", "release your mail", "release your message", "release your email",
                "to release the message", "click the link below so that", "so that i can receive your",
                "so i can receive your", "one time confirmation", "one time verification", "spam arrest", "tmda",
                "boxbe", "sender verification in progress", "verification of the sender", "sender has to confirm",
                "waiting for your confirmation", "awaiting your confirmation", "confirmation request",
            ],
            Without = ["challenge response authentication", "auth", "sasl", "challenge failed"],
        },
        new("held.review", Sources.GoogleGroups, OutOfBand, Soft, Policy)
        {
            Any =
            [
                "held for review", "queued for review", "held for moderation", "awaiting moderator",
                "awaits moderator", "moderator approval", "awaiting approval", "pending approval", "awaits approval",
                "for approval", "pending moderation", "waiting for moderation", "awaiting moderation", "being held",
                "message held", "message is held", "has been held", "was held", "held for", "on hold", "held until",
                "pending review", "for manual review", "awaiting review", "under review", "being reviewed",
                "will be reviewed", "sent for review", "waiting for approval", "subject to review", "held by",
                "put on hold", "placed on hold", "en attente de moderation", "en attente de validation", "zur prufung",
                "wartet auf freigabe", "zuruckgehalten", "pendiente de aprobacion", "pendiente de revision",
                "retenido", "aguardando aprovacao", "retida", "in attesa di approvazione", "trattenuto",
                "на модерации", "на проверке", "*待审核*", "*保留されました*", "needs approval", "requires approval",
                "moderated", "human inspection", "confirmation by the moderator", "moderator can review",
                "awaits the moderator", "awaits the moderators",
                "awaits moderation", "moderation queue", "moderators approval", "by the moderator", "by a moderator",
                "to the moderator", "admin queue", "review queue", "in sandbox", "in the sandbox",
                "sandboxed", "detained", "was intercepted", "has been intercepted", "stored for review",
                "retained for", "kept for review", "put in a queue", "in the approval queue", "approval queue",
                "held in", "holding queue", "hold queue", "held back", "until it has been checked",
                "until it was checked", "until it has been approved", "until it is approved", "until approved",
                "until released", "awaits release", "awaiting release", "needs to be approved", "must be approved",
                "has to be approved", "message parked", "parked for", "awaits review", "await moderation",
                "await approval", "awaiting inspection", "pending inspection", "in moderation", "for moderation",
                "to moderation",
                "einem moderator", "moderator gepruft", "moderateur", "moderador", "moderatore", "модератор*",
                "must approve", "has to approve", "needs to approve", "have to approve", "owner approves",
                "moderator approves", "until somebody", "until someone", "looked at by", "queue of the moderator",
                "moderators queue",
                "stopped for review", "for review by",
            ],
            Without =
            [
                "has been held liable", "rejected by the moderator", "rejected by a moderator",
                "rejected by moderator", "rejected by the list moderator", "refused by the moderator",
                "refused by a moderator", "denied by the moderator", "declined by the moderator",
            ],
        },
    ];

    internal static readonly ImmutableArray<BounceRule> Delayed =
    [
        new("held.delayed", Sources.Sendmail, OutOfBand, Soft, BounceScope.System)
        {
            Any =
            [
                "has been delayed", "is delayed", "was delayed", "message delayed", "delay notification",
                "delayed mail", "do not need to resend", "not need to resend", "warning message only",
                "being delayed", "queued for delivery", "queued for later", "queued for retry",
                "accepted for scanning", "being scanned", "scan pending", "awaiting scan", "waiting to be scanned",
                "deferred for analysis", "being analyzed", "under analysis", "sandbox analysis", "retarde",
                "verzogert", "retrasada", "retrasado", "atrasada", "adiada", "ritardata", "ritardo",
                "delai de livraison",
            ],
        },
    ];
}
