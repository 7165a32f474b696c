using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests.Dkim;

/// <summary>S/MIME with a certificate that a tenant uploads, on mail as a real server received it.</summary>
[Collection(LabCollection.Name)]
public sealed class UploadedCertificateTests(InteropLab lab)
{
    private const string Sender = "uploaded@" + SigningKey.Domain;

    [DkimFact]
    public async Task mail_from_the_address_verifies_until_the_certificate_is_removed()
    {
        var folder = Directory.CreateTempSubdirectory("certificate-");
        try
        {
            var certificate = await SigningCertificate.Make(folder.FullName, Sender);
            var file = await File.ReadAllBytesAsync(certificate.File);
            (await Arrives("before")).Text.ShouldNotContain("multipart/signed");

            var id = await lab.Api.SetCertificate(Sender, file, SigningCertificate.Password);
            foreach (var name in new[] { "first", "reminder" })
            {
                var mail = await Arrives(name);
                (await certificate.Verify(mail)).ShouldContain("text/plain");
                var verdicts = await DkimJudges.Ask(lab.Network, [mail.Content]);
                DkimJudges.Names.ShouldAllBe(judge => verdicts[judge][0] == "pass");
            }

            await lab.Api.RemoveCertificate(id);
            (await Arrives("after")).Text.ShouldNotContain("multipart/signed");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<ReceivedMail> Arrives(string name)
    {
        var recipient = Mails.At("plain", "uploaded-" + name);
        await lab.Api.Send(new { from = Sender, to = new[] { recipient }, subject = name, text = "Grüße\n" });
        return await lab.Mail.For(recipient);
    }
}
