using System.Text;
using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests.Dkim;

/// <summary>Signatures on mail as a real server received it: S/MIME by openssl, DKIM by three verifiers.</summary>
[Collection(LabCollection.Name)]
public sealed class ArrivedTests(InteropLab lab)
{
    private static readonly string[] AllPass = ["pass", "pass", "pass"];

    [DkimFact]
    public async Task composed_mail_verifies()
    {
        var mail = await Arrives("composed", "shop@" + SigningKey.Domain);
        mail.Text.ShouldStartWith("DKIM-Signature: ");
        (await Verdicts(mail)).ShouldBe(AllPass);
    }

    [DkimFact]
    public async Task mail_from_below_the_domain_is_signed_and_other_mail_is_not()
    {
        await lab.Api.AddSender("eu." + SigningKey.Domain);
        (await Verdicts(await Arrives("below", "shop@eu." + SigningKey.Domain))).ShouldBe(AllPass);
        (await Arrives("other", Mails.From)).Text.ShouldNotContain("DKIM-Signature");
    }

    [DkimFact]
    public async Task submitted_mail_verifies()
    {
        var recipient = Mails.At("plain", "submitted-signed");
        await Python.Submit(lab, recipient, Encoding.UTF8.GetBytes(
            $"From: shop@{SigningKey.Domain}\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\nX-Folded: a\r\n\tb \r\n"
            + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
            + "Grüße \t aus Zürich\r\n.\r\n..\r\n\r\n\r\n"), "BODY=8BITMIME");
        (await Verdicts(await lab.Mail.For(recipient))).ShouldBe(AllPass);
    }

    /// <summary>RFC 8058 §4: without that a one-click link could be put into somebody else's mail.</summary>
    [DkimFact]
    public async Task both_fields_of_one_click_are_signed_and_none_of_them_can_be_changed()
    {
        var mail = await Arrives("one-click", "news@" + SigningKey.Domain, "marketing");
        var signature = new string([.. Field(mail.Text, "DKIM-Signature").Where(letter => !char.IsWhiteSpace(letter))]);
        var signed = signature.Split(';').Single(tag => tag.StartsWith("h=", StringComparison.Ordinal))[2..].Split(':');
        signed.ShouldContain("list-unsubscribe");
        signed.ShouldContain("list-unsubscribe-post");
        Field(mail.Text, "List-Unsubscribe").ShouldStartWith($"<https://{SiloProgram.HostName}/u/");
        (await Verdicts(mail)).ShouldBe(AllPass);

        string[] changes =
        [
            mail.Text.Replace("/u/A", "/u/B", StringComparison.Ordinal),
            mail.Text.Replace("=One-Click", "=Two-Click", StringComparison.Ordinal),
            mail.Text.Replace("List-Unsubscribe-Post:", "X-Unsubscribe-Post:", StringComparison.Ordinal),
        ];
        foreach (var changed in changes)
            (await Verdicts(mail with { Content = Encoding.Latin1.GetBytes(changed) }))
                .ShouldBe(["fail", "fail", "fail"]);
    }

    [DkimFact]
    public async Task smime_verifies_and_dkim_over_it()
    {
        var mail = await Arrives("smime", SigningCertificate.Sender);
        var part = await lab.Certificate.Verify(mail);
        part.ShouldContain("multipart/mixed");
        part.ShouldContain("multipart/alternative");
        (await Verdicts(mail)).ShouldBe(AllPass);
    }

    [DkimFact]
    public async Task submitted_eight_bit_mail_is_signed_in_seven()
    {
        var recipient = Mails.At("plain", "submitted-smime");
        await Python.Submit(lab, recipient, Encoding.UTF8.GetBytes(
            $"From: Signer <{SigningCertificate.Sender}>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n"
            + "Content-Transfer-Encoding: 8bit\r\n\r\nGrüße\r\n--b--\r\n"), "BODY=8BITMIME");
        var mail = await lab.Mail.For(recipient);
        mail.Content.ShouldAllBe(octet => octet < 0x80);
        (await lab.Certificate.Verify(mail)).ShouldContain("multipart/mixed; boundary=b");
        (await Verdicts(mail)).ShouldBe(AllPass);
    }

    [DkimFact]
    public async Task what_was_signed_with_smime_and_changed_does_not_verify()
    {
        var mail = await Arrives("changed", SigningCertificate.Sender);
        var text = mail.Text.Replace("See the", "Eat the", StringComparison.Ordinal);
        var changed = mail with { Content = Encoding.Latin1.GetBytes(text) };
        await Should.ThrowAsync<InvalidOperationException>(() => lab.Certificate.Verify(changed));
        (await Verdicts(changed)).ShouldBe(["fail", "fail", "fail"]);
    }

    [DkimFact]
    public async Task the_relay_for_measuring_signs_everything()
    {
        using var relay = await RelayProgram.Start(lab.Network, new Dictionary<string, string>
        {
            ["BENCH_DKIM"] = "1",
            ["BENCH_DKIM_KEY"] = lab.Key.File,
            ["BENCH_DKIM_DOMAIN"] = SigningKey.Domain,
            ["BENCH_DKIM_SELECTOR"] = SigningKey.Selector,
        });
        var mails = await relay.Send(5);
        var verdicts = await DkimJudges.Ask(lab.Network, [.. mails.Select(mail =>
            Encoding.Latin1.GetBytes(mail.Replace("\n", "\r\n", StringComparison.Ordinal)))]);
        verdicts.Values.SelectMany(each => each).ShouldAllBe(verdict => verdict == "pass", mails[0]);
    }

    [DkimFact]
    public async Task the_relay_for_measuring_signs_nothing_unless_told_to()
    {
        using var relay = await RelayProgram.Start(lab.Network, new Dictionary<string, string>());
        (await relay.Send(1)).ShouldHaveSingleItem().ShouldNotContain("DKIM-Signature");
    }

    /// <summary>The first field of the name, unfolded.</summary>
    private static string Field(string mail, string name)
    {
        var header = mail[..mail.IndexOf("\r\n\r\n", StringComparison.Ordinal)]
            .Replace("\r\n\t", "\t", StringComparison.Ordinal).Replace("\r\n ", " ", StringComparison.Ordinal);
        return header.Split("\r\n").First(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            [(name.Length + 1)..].Trim();
    }

    private async Task<ReceivedMail> Arrives(string name, string from, string stream = "transactional")
    {
        var recipient = Mails.At("plain", "dkim-" + name);
        await lab.Api.Send(new
        {
            from,
            stream,
            to = new[] { recipient },
            subject = "Grüße " + name,
            text = "See the invoice.\n\n\tGrüße \n\n\n",
            html = "<p>See the <b>invoice</b>.</p>",
            attachments = new[]
            {
                new { filename = "März.pdf", content_type = "application/pdf",
                    content = Convert.ToBase64String([0, 13, 10, 255]) },
            },
        });
        return await lab.Mail.For(recipient);
    }

    private async Task<IEnumerable<string>> Verdicts(ReceivedMail mail)
    {
        var verdicts = await DkimJudges.Ask(lab.Network, [mail.Content]);
        return DkimJudges.Names.Select(judge => verdicts[judge][0]);
    }
}
