using System.Text;
using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests.Journeys;

/// <summary>The judges of the journeys can say no, and the customer's own server is one that asks for a password.
/// </summary>
[Collection(LabCollection.Name)]
public sealed class JudgeTests(InteropLab lab)
{
    private const string Host = "smtp.lab.example";

    private const string SubmitOver465 = """
        import smtplib, ssl, sys
        address, host, root, user, password, recipient = sys.argv[1:]
        context = ssl.create_default_context(cafile=root)
        class Client(smtplib.SMTP_SSL):
            def _get_socket(self, _, port, timeout):
                import socket
                return self.context.wrap_socket(socket.create_connection((address, port)), server_hostname=host)
        client = Client(host, 465, context=context)
        try:
            client.login(user, password)
            client.sendmail("reports@lab.example", [recipient], b"Subject: own\r\n\r\nHello\r\n")
            print("sent")
        except smtplib.SMTPAuthenticationError as refusal:
            print(refusal.smtp_code)
        """;

    [JourneyFact]
    public async Task checkers_of_both_kinds_pass_what_is_right_and_fail_what_was_changed()
    {
        var recipient = Mails.At("plain", "judged");
        await lab.Api.Send(new
        {
            from = "shop@" + SigningKey.Domain,
            to = new[] { recipient },
            subject = "Hello",
            text = "See the invoice.",
        });
        var mail = await lab.Mail.For(recipient);
        var changed = mail with
        {
            Content = Encoding.Latin1.GetBytes(mail.Text.Replace("See the", "Eat the", StringComparison.Ordinal)),
        };

        const string Right = "spf=none dkim=pass dmarc=pass";
        (await Judges.Own(lab.Network, mail, SigningKey.Domain)).ShouldBe(Right);
        (await Judges.Debians(lab.Network, mail)).ShouldBe(Right);
        const string Wrong = "spf=none dkim=fail dmarc=fail";
        (await Judges.Own(lab.Network, changed, SigningKey.Domain)).ShouldBe(Wrong);
        (await Judges.Debians(lab.Network, changed)).ShouldBe(Wrong);
    }

    [JourneyFact]
    public async Task the_customers_own_server_takes_mail_from_who_logs_in_and_from_nobody_else()
    {
        var folder = Directory.CreateTempSubdirectory(lab.Network.Name + "-own-");
        if (!OperatingSystem.IsWindows())
            folder.UnixFileMode |= UnixFileMode.OtherRead | UnixFileMode.OtherExecute; // Postfix is several users
        try
        {
            var authority = await LabAuthority.Make(folder.FullName);
            using var server = await OwnServer.Start(lab.Network, folder.FullName, Host, authority);
            var recipient = Mails.At("plain", "through-own");
            (await Submit(authority, "wrong", recipient)).ShouldBe("535");
            (await Submit(authority, OwnServer.Password, recipient)).ShouldBe("sent");
            (await lab.Mail.For(recipient)).Trace.ShouldContain(Addresses.OwnServer);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<string> Submit(LabAuthority authority, string password, string recipient) =>
        (await Programs.Run(lab.Network.Inside(
            "python3", "-c", SubmitOver465, Addresses.OwnServer, Host, authority.Root, OwnServer.User, password,
            recipient))).Trim();
}
