using System.Collections.Immutable;
using static Actors.Mail.Replies.BounceCategory;
using static Actors.Mail.Replies.BounceHardness;
using static Actors.Mail.Replies.BounceScope;

namespace Actors.Mail.Replies.Rules;

/// <summary>Receivers that put a code of their own into each reply, which says more than the words around it.</summary>
internal static class ProviderRules
{
    internal static readonly ImmutableArray<BounceRule> All =
    [
        Orange("orange.recipient", InvalidRecipient, Hard, Recipient, "416"),
        Orange("orange.full", MailboxFull, Soft, Recipient, "417"),
        Orange("orange.system", GenericBounce, Soft, BounceScope.System, "505"),
        Orange("orange.spam", SpamContent, Soft, Content, "506"),
        Orange("orange.sender", MailBlock, Soft, Policy, "401", "402", "403", "405", "415", "420", "421", "425"),
        new("aol.spam", Sources.Aol, SpamContent, Soft, Content)
        {
            Any = ["hvu b1", "hvu b2", "hvu ur"],
        },
        new("aol.sender", Sources.Aol, MailBlock, Soft, SenderIp)
        {
            Any =
            [
                "dns nr", "dyn t1", "dyn t2", "rtr bl", "rtr bb", "rtr bg", "rtr ch", "rtr du", "rtr ge", "rtr rd",
                "rtr sc", "con b1", "rly b1", "rly b2", "rly b3", "rly bd", "rly bl", "rly cs", "rly cs2", "rly ir",
                "rly nw", "rly ov", "rly sn",
            ],
        },
        new("netease.spam", Sources.Netease, SpamContent, Soft, Content)
        {
            Any = ["dt spm", "mi spb", "dt sum", "dt sur"],
        },
        new("netease.sender", Sources.Netease, MailBlock, Soft, SenderIp)
        {
            Any =
            [
                "hl rep", "hl icc", "hl ifc", "hl mep", "mi cel", "mi dmc", "mi ccl", "mi sfq", "mi qrc", "mi stc",
                "mi nhd", "rp cel", "rp rdn", "rp drc", "rp ccl", "rp qrc", "rp trc", "dt rbl", "wm bli", "wm blu",
            ],
        },
    ];

    private static BounceRule Orange(
        string id, BounceCategory category, BounceHardness hardness, BounceScope scope, params string[] codes) =>
        new(id, Sources.Orange, category, hardness, scope) { Any = ["ofr*", "lpn*"], With = codes };
}
