namespace Actors.Mail.Replies.Rules;

/// <summary>Where rules come from: standards, and the public pages on which receivers explain their replies.</summary>
internal static class Sources
{
    internal const string Rfc3463 = "RFC 3463 and the registry of RFC 5248";
    internal const string Rfc5321 = "RFC 5321 §4.2.2 and §4.2.3";
    internal const string Rfc7504 = "RFC 7504, codes 521 and 556";
    internal const string Rfc7505 = "RFC 7505, null MX";
    internal const string Rfc7372 = "RFC 7372, authentication";
    internal const string Postfix = "Postfix, access and address verification: https://www.postfix.org/postconf.5.html";
    internal const string Exim = "Exim, messages of routers and transports: https://www.exim.org/exim-html-current/doc/html/spec_html/";
    internal const string Sendmail = "Sendmail, operations guide: https://www.proofpoint.com/us/sendmail-open-source";
    internal const string Qmail = "qmail, qmail-send(8) and qmail-remote(8): https://cr.yp.to/qmail.html";
    internal const string Gmail = "Google, SMTP errors and codes: https://support.google.com/a/answer/3726730";
    internal const string GoogleGroups = "Google, bounced messages in groups: https://support.google.com/a/answer/168383";
    internal const string Exchange = "Microsoft, non-delivery reports in Exchange Online: https://learn.microsoft.com/exchange/troubleshoot/email-delivery/ndr/non-delivery-reports-in-exchange-online";
    internal const string Outlook = "Microsoft, Outlook.com postmaster, troubleshooting: https://sendersupport.olc.protection.outlook.com/pm/troubleshooting";
    internal const string Yahoo = "Yahoo, SMTP error codes: https://senders.yahooinc.com/smtp-error-codes/";
    internal const string Apple = "Apple, postmaster information for iCloud Mail: https://support.apple.com/102322";
    internal const string Gmx = "GMX, postmaster, error messages: https://postmaster.gmx.net/en/error-messages";
    internal const string TOnline = "Telekom, postmaster, FAQ: https://postmaster.t-online.de";
    internal const string AmazonSes = "Amazon, SES SMTP response codes: https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-smtp.html";
    internal const string Orange = "Orange and La Poste, codes at the end of their replies: https://postmaster.orange.fr";
    internal const string Comcast = "Comcast, postmaster, error codes: https://postmaster.comcast.net/error-codes.html";
    internal const string Charter = "Charter, error codes: https://www.spectrum.net/support/internet/understanding-email-error-codes";
    internal const string Cox = "Cox, e-mail error codes: https://www.cox.com/residential/support/email-error-codes.html";
    internal const string GoDaddy = "GoDaddy, bounced e-mail: https://www.godaddy.com/help/what-does-my-email-bounceback-mean-3568";
    internal const string Mimecast = "Mimecast, SMTP error codes: https://mimecastsupport.zendesk.com/hc/en-us/articles/34000709564691";
    internal const string Proofpoint = "Proofpoint, dynamic reputation look-up: https://ipcheck.proofpoint.com";
    internal const string Barracuda = "Barracuda, reputation: https://www.barracudacentral.org/rbl";
    internal const string Tencent = "Tencent, QQ mail, bounce codes: https://service.mail.qq.com";
    internal const string Aol = "AOL, postmaster, error codes: https://postmaster.aol.com/error-codes";
    internal const string Netease = "NetEase, 163 mail, bounce codes: https://help.mail.163.com/faq.do?m=list&categoryID=90";
    internal const string MailRu = "Mail.ru, postmaster, error codes: https://help.mail.ru/developers/mailing_errors";
    internal const string Yandex = "Yandex, postmaster, error messages: https://yandex.com/support/mail/troubleshooting.html";
    internal const string Docomo =
        "NTT docomo and other Japanese carriers: replies after the content, whatever RCPT was told";
    internal const string Blocklists = "Names of public block lists: https://www.spamhaus.org, https://www.spamcop.net, https://multirbl.valli.org";
    internal const string Domino = "HCL Domino, delivery failure reports: https://help.hcl-software.com/domino/";
    internal const string Spamassassin = "Content filters: https://www.ijs.si/software/amavisd/, https://spamassassin.apache.org";
    internal const string Wording = "Wording that many servers share";
}
