using System.Collections.Immutable;
using static Actors.Mail.Replies.BounceCategory;
using static Actors.Mail.Replies.BounceHardness;
using static Actors.Mail.Replies.BounceScope;

namespace Actors.Mail.Replies.Rules;

/// <summary>Refused as spam, or because a block list names us.</summary>
internal static class SpamRules
{
    internal static readonly ImmutableArray<BounceRule> Certain =
    [
        new("spam.certain", Sources.Spamassassin, SpamContent, Soft, Content)
        {
            Any =
            [
                "spam classification", "mcspamsignature*", "mcvirus*", "spamming issues", "spam detected",
                "identified as spam", "classified as spam", "is spam", "as spam", "considered spam", "spam message",
                "spam mail", "likely spam", "likely unsolicited", "suspected spam", "suspicion of spam", "spam score",
                "looks like spam", "this is spam", "spam content", "detected spam", "spam abuse", "spamscore",
                "spam rejected", "spam refused", "no spam", "detected as spam", "message contains spam",
                "unsolicited bulk", "probable spam", "spam like",
                "antispam checks", "anti spam checks",
                "behaviour spam", "behavior spam", "spam probability", "spam signature", "spam signatures",
                "spam filter", "spam filters", "spam filtering", "spam policy violation", "marked as spam",
                "flagged as spam", "tagged as spam", "recognized as spam", "recognised as spam", "deemed spam",
                "judged spam", "because of spam", "due to spam", "for spam", "spam list", "as spammer", "spam source",
                "spam trap", "spamtrap", "spam detection", "spam suspected", "spam suspect", "contains spam",
                "sending spam", "spam engine", "spam check", "spam checks", "spam test", "spam tests", "spam filtered",
                "spam blocked", "spam block", "spam reject", "spam rule", "spam rules", "spam policy", "spam points",
                "spam level", "spam rating",
            ],
            Without = ["to reduce the amount of spam", "*spamhaus*", "*spamcop*", "been greylist*", "been graylist*"],
        },
        new("spam.unsolicited", Sources.Gmail, SpamContent, Soft, Content)
        {
            Any = ["likely unsolicited", "unsolicitedmessageerror"],
        },
    ];

    internal static readonly ImmutableArray<BounceRule> All =
    [
        new("spam.link", Sources.Blocklists, SpamContent, Soft, Content)
        {
            Any =
            [
                "*uribl*", "*surbl*", "blacklisted url", "blacklisted link", "blacklisted domain", "blocked url",
                "blocked link", "spamvertised", "*dbl.spamhaus*", "phishing", "phish*", "malicious url",
                "malicious link", "suspicious url", "suspicious link", "bad url", "spam url", "spam link",
                "url in body", "url reputation",
                "url blacklisted", "url is blacklisted", "link blacklisted", "url listed",
                "domain blacklisted in body", "b url", "blacklisted urls", "blacklisted links", "blocked urls",
                "blocked links", "bad link", "bad links", "bad urls", "spam urls", "spam links", "malicious urls",
                "malicious links", "suspicious urls", "suspicious links", "url blocklist", "url blacklist",
                "url block list", "url filter", "link filter",
            ],
        },
        new("spam.malware", Sources.Spamassassin, SpamContent, Soft, Content)
        {
            Any =
            [
                "virus", "viruses", "infected", "malware", "trojan", "worm", "virus*", "malicious content", "clamav",
                "ransomware",
                "eicar", "malicious software", "malicious code", "malicious attachment", "malicious file", "spyware",
                "rootkit", "exploit", "macro virus", "trojans", "worms", "virusscan*",
            ],
            Without =
            [
                "viruswall", "scanned for", "been scanned", "was scanned", "virus free", "checked for viruses",
                "checked for all viruses", "free of viruses", "no virus found",
                "scanner unavailable", "scanner not", "scanner is not", "virus check failed", "virus scan failed",
                "virus scanner failed",
                "waiting for the virus", "waiting for virus", "virus scan is", "pending virus",
            ],
        },
        new("spam.content", Sources.Spamassassin, SpamContent, Soft, Content)
        {
            Any =
            [
                "spam", "spams", "spammy", "spamming", "antispam", "antispam*", "spamassassin", "spamscore",
                "junk mail", "junk email", "junkmail", "unsolicited", "ube", "uce", "spam*", "content rejected",
                "message content rejected", "spamicity", "bulk email rejected", "bayes*", "rejected by content filter",
                "content filter", "content scanner", "looks like bulk", "unwanted mail", "unwanted message",
                "unwanted content", "advertisement*", "scam", "ofr_506", "ofr506_506", "lpn105_506", "pourriel",
                "courrier indesirable", "indesirable", "unerwunschte werbung", "werbemail", "correo no deseado",
                "lixo eletronico", "posta indesiderata", "спам", "похоже на спам", "*垃圾邮件*", "*スパム*", "*迷惑メール*",
                "*反垃圾*", "content denied", "spam ip", "nature of the content", "antyspam*", "content reject",
                "anti spam", "spam is embedded", "mass mailer", "mass mailing", "bulk mail", "bulk mailing",
                "bulk email", "message scored", "invalid message content", "classified as bulk", "gtube",
                "content rejct", "suspected bulk", "looks like junk", "junk", "recurrent pattern", "message scores",
                "cloudmark", "crm114", "bulk message", "dcc",
                "as bulk", "is bulk", "unsolicited mail", "unsolicited email", "junk message", "junk messages",
                "junk content", "dspam", "rspamd", "razor", "pyzor", "vade secure", "vaderetro", "fingerprint matches",
                "content matches", "known signature", "is unwanted", "unwanted bulk", "dcc bulk", "bulk detected",
                "mass mail", "mass mails", "mass email", "mass emails", "spammer", "spammers", "spammed",
                "content bulk", "sensitive word", "sensitive words",
                "advertising", "advertisements", "adverts", "commercial email", "commercial mail", "promotional mail",
                "unsolicited commercial", "unsolicited advertising", "publicite", "werbung", "publicidad",
                "propaganda", "pubblicita", "reklama", "рекламы", "рекламный", "广告*",
            ],
            Without =
            [
                "to reduce the amount of spam", "*spamhaus*", "*spamcop*", "*spamrats*", "potential security issue",
                "been greylist*", "been graylist*",
            ],
        },
        new("spam.complaints", Sources.Yahoo, SpamContent, Soft, SenderIp)
        {
            Any =
            [
                "user complaints", "complaints from users", "complaints from our users", "recipient complaints",
                "complaint rate", "complaint rates", "customer complaints",
            ],
            Stages = [ReplyStage.Unknown, ReplyStage.Opening, ReplyStage.Recipient, ReplyStage.Content],
        },
        new("spam.blocklist", Sources.Blocklists, SpamContent, Soft, SenderIp)
        {
            Any =
            [
                "*spamhaus*", "*spamcop*", "*sorbs*", "*barracudacentral*", "barracuda reputation",
                "*barracudanetworks*", "*abuseat*", "*uceprotect*", "*spamrats*", "*mailspike*", "*invaluement*",
                "*abusix*", "*backscatterer*", "*psbl*", "*manitu*", "*lashback*", "*njabl*", "*nszones*",
                "*s5h.net*", "*truncate.gbudb*", "*gbudb*", "*mail-abuse*", "*anti-spam.org.cn*", "*imp.ch*",
                "*dronebl*", "*ahbl*", "*wpbl*", "*junkemailfilter*", "*spfbl*", "zen", "sbl", "xbl", "pbl", "cbl",
                "dbl", "ers dul", "ers qil",
                "by barracuda", "barracuda blocklist", "barracuda blacklist", "barracuda rbl", "barracuda brts",
                "*0spam*", "*interserver.net*", "*blocklist.de*", "*spameatingmonkey*", "*fabel.dk*", "*hostkarma*",
                "*rbl.jp*", "*nixspam*", "*ix.dnsbl*", "*madavi*", "*inps.de*", "*surriel*", "*swinog*", "*tornevall*",
                "*anonmails*", "*dnsrbl*", "*spamsources*", "*apews*", "*fiveten*", "*five ten*",
            ],
        },
    ];
}
