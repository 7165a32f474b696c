using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests;

/// <summary>What a submitter asks about notifications reaches a server that offers DSN (RFC 3461), and that server
/// does as asked.</summary>
[Collection(LabCollection.Name)]
public sealed class NotificationTests(InteropLab lab)
{
    [LabFact]
    public async Task postfix_notifies_of_success_as_the_submitter_asked()
    {
        var sender = $"notified@{NameServer.Zone}";
        var recipient = Mails.At("plain", "success");
        await using var session = await SubmissionSession.Open(lab);
        await session.Say($"MAIL FROM:<{sender}> RET=HDRS ENVID=order+2B1", "250");
        await session.Say($"RCPT TO:<{recipient}> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;first+2Blast@old.example", "250");
        await session.Send(
            $"From: {Mails.From}\r\nTo: {recipient}\r\nSubject: Tell me\r\n\r\nA body that stays away.\r\n", "250");
        await lab.Mail.For(recipient);

        var notice = (await lab.Mail.For(sender)).Text;
        notice.ShouldContain("report-type=delivery-status");
        notice.ShouldContain("Original-Envelope-Id: order+1\r\n");
        notice.ShouldContain("Original-Recipient: rfc822;first+last@old.example\r\n");
        notice.ShouldContain("Action: delivered\r\n");
        notice.ShouldContain("Subject: Tell me");
        notice.ShouldNotContain("A body that stays away.");
    }
}
