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
            ],
            Without = ["has been held liable"],
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
