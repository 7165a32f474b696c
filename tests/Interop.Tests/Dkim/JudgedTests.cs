using System.Buffers;
using System.Globalization;
using System.Text;
using Actors.Interop.Tests.Lab;
using Actors.Mail.Authentication.Dkim.Signing;

namespace Actors.Interop.Tests.Dkim;

/// <summary>What we sign, and what was done to it afterwards, judged by three verifiers that are not ours.</summary>
[Collection(LabCollection.Name)]
public sealed class JudgedTests(InteropLab lab)
{
    private const int Seed = 20260309;
    private const int Messages = 200;

    [DkimFact]
    public async Task messages_of_every_shape_verify()
    {
        var mail = new GeneratedMail(Seed);
        await ShouldBe("pass", [.. Enumerable.Range(0, Messages).Select(i => Signed(mail.Next(i)))]);
    }

    [DkimFact]
    public async Task none_verifies_when_its_body_was_changed()
    {
        var (mail, random) = (new GeneratedMail(Seed), new Random(Seed));
        await ShouldBe("fail", [
            .. Enumerable.Range(0, Messages).Select(i => Changes.Body(Signed(mail.Next(i)), random)),
        ]);
    }

    [DkimFact]
    public async Task none_verifies_when_a_signed_field_was_changed()
    {
        var (mail, random) = (new GeneratedMail(Seed), new Random(Seed));
        await ShouldBe("fail", [.. Enumerable.Range(0, Messages).Select(i =>
        {
            var message = Signed(mail.Next(i));
            var names = Changes.SignedNames(message);
            return Changes.Letter(message, names[random.Next(names.Length)]);
        })]);
    }

    [DkimFact]
    public async Task all_verify_after_changes_that_mail_systems_make()
    {
        var (mail, random) = (new GeneratedMail(Seed), new Random(Seed));
        await ShouldBe("pass", [
            .. Enumerable.Range(0, Messages).Select(i => Changes.Harmless(Signed(mail.Next(i)), random)),
        ]);
    }

    [DkimFact]
    public async Task each_signed_field_can_neither_be_changed_nor_removed_nor_added()
    {
        var message = Signed(Encoding.Latin1.GetBytes(Rich.Replace("\n", "\r\n", StringComparison.Ordinal)));
        var signed = Changes.SignedNames(message);
        signed.Length.ShouldBe(26, message);
        var @sealed = Changes.SealedNames(message);
        @sealed.ShouldBe(["from", "to", "cc", "subject", "date", "message-id", "reply-to"]);
        await ShouldBe("pass", [message]);
        await ShouldBe("fail",
        [
            .. signed.Select(name => Changes.Letter(message, name)),
            .. signed.Select(name => Changes.Removed(message, name)),
            .. @sealed.Select(name => Changes.Added(message, name)),
        ]);
    }

    private const string Rich = $"""
        Date: Mon, 9 Mar 2026 08:05:07 +0000
        Message-ID: <rich@{SigningKey.Domain}>
        From: Shop <shop@{SigningKey.Domain}>
        Sender: Robot <robot@{SigningKey.Domain}>
        To: reader@example.net
        Cc: other@example.net
        Reply-To: answers@{SigningKey.Domain}
        Subject: News
        In-Reply-To: <before@example.net>
        References: <first@example.net> <before@example.net>
        List-Id: News <news.{SigningKey.Domain}>
        List-Unsubscribe: <https://{SigningKey.Domain}/u/1>
        List-Unsubscribe-Post: List-Unsubscribe=One-Click
        List-Help: <https://{SigningKey.Domain}/help>
        List-Subscribe: <https://{SigningKey.Domain}/s>
        List-Post: NO
        List-Owner: <mailto:owner@{SigningKey.Domain}>
        List-Archive: <https://{SigningKey.Domain}/a>
        Feedback-ID: campaign:stream:tenant:actors
        CFBL-Address: fbl@{SigningKey.Domain}; report=arf
        CFBL-Feedback-ID: 1234
        Auto-Submitted: auto-generated
        Precedence: bulk
        MIME-Version: 1.0
        Content-Type: text/plain; charset=us-ascii
        Content-Transfer-Encoding: 7bit

        Hello.

        """;

    private string Signed(byte[] message)
    {
        var fields = new ArrayBufferWriter<byte>();
        DkimSigning.TrySign(message, [lab.Key.Signer], TimeProvider.System.GetUtcNow(), fields).ShouldBeTrue();
        return Encoding.Latin1.GetString(fields.WrittenSpan) + Encoding.Latin1.GetString(message);
    }

    private async Task ShouldBe(string expected, IReadOnlyList<string> messages)
    {
        var verdicts = await DkimJudges.Ask(lab.Network, [.. messages.Select(Encoding.Latin1.GetBytes)]);
        foreach (var judge in DkimJudges.Names)
            for (var i = 0; i < messages.Count; i++)
                verdicts[judge][i].ShouldBe(expected, string.Create(
                    CultureInfo.InvariantCulture, $"{judge} on message {i} of seed {Seed}:\n{messages[i]}"));
    }
}
