using Actors.Grains.Messages;
using Actors.Grains.PlatformMails;
using Actors.Mail.Addresses;
using Actors.Mail.Messages;
using Actors.Mail.Replies;
using Actors.Mail.Reports.ReturnPaths;
using Actors.Smtp.Server;

namespace Actors.Silo.Inbound;

/// <summary>abuse@, postmaster@ and the addresses of feedback loops: complaints find their message, letters go to who
/// runs the platform.</summary>
public sealed class InboundDesk(
    InboundDirectory directory, InboundReports reports, OperatorLetters letters, LifecycleOptions options,
    ILogger<InboundDesk> log)
{
    private static readonly Reply Taken = Reply.Of(250, "2.0.0", "Ok");

    /// <param name="to">The address it came to.</param>
    public async Task<Reply> Take(EmailAddress to, ArrivedMail mail, SmtpEnvelope envelope)
    {
        switch (ArrivalRules.OfDesk(mail.Report))
        {
            case Arrival.Complained complained when await Claim(mail) is { } claim:
                await reports.Complained(claim, complained.Type, mail.Recipients);
                return Taken;
            case Arrival.Nothing nothing:
                log.LogInformation("mail to {Desk} changes nothing: {Reason}", to, nothing.Reason);
                return Taken;
            default: // a letter, or a complaint about what a person may know
                return await Pass(to, mail, envelope);
        }
    }

    /// <summary>The message that a complaint is about; null where no return path of ours shows it.</summary>
    private async Task<ReturnPathClaim?> Claim(ArrivedMail mail)
    {
        foreach (var token in ReturnPathMentions.In(mail.Mail))
            if (await directory.Prove(token) is { } claim)
                return claim;
        return null;
    }

    private async Task<Reply> Pass(EmailAddress to, ArrivedMail mail, SmtpEnvelope envelope)
    {
        if (ArrivalRules.IsOurs(mail.Mail, PlatformMailRules.From(options).Address.ToString()))
        {
            log.LogWarning("a mail of the platform's own came back to {Desk} and is not passed on again", to);
            return Taken;
        }
        var from = AddressList.Parse(mail.Mail.Headers.Find("From"u8)).Mailboxes;
        return await letters.Pass(new Letter(
            to, envelope.Sender, envelope.Session.Peer.Remote.Address.ToString(), from.FirstOrDefault(),
            mail.Mail.Headers.FindDecoded("Subject"u8) ?? "", mail.Content));
    }
}
