using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests;

/// <summary>What a client that has logged in sends as the end of data and is none: it makes no second message, neither
/// here nor at the Postfix behind.</summary>
[Collection(LabCollection.Name)]
public sealed class SubmissionSmugglingTests(InteropLab lab)
{
    private static readonly string Smuggled = Mails.At("plain", "smuggled-by-submission");
    private static readonly string[] Ends =
        ["\n.\n", "\n.\r\n", "\r\n.\n", "\r.\r", "\r\n.\r", "\r.\r\n", "\r\n.\r\r\n", "\r\n\0.\r\n"];

    [LabFact]
    public async Task what_pretends_to_be_the_end_of_data_is_refused_and_smuggles_nothing()
    {
        for (var i = 0; i < Ends.Length; i++)
        {
            await using var session = await SubmissionSession.Open(lab);
            await session.Say($"MAIL FROM:<{Mails.From}>", "250");
            await session.Say($"RCPT TO:<{Recipient(i)}>", "250");
            var said = await session.SendRaw(
                $"From: {Mails.From}\r\nSubject: x\r\n\r\nBefore.{Ends[i]}MAIL FROM:<{Mails.From}>\r\n"
                + $"RCPT TO:<{Smuggled}>\r\nDATA\r\nFrom: {Mails.From}\r\n\r\nHa.\r\n.\r\nQUIT\r\n");
            said.ShouldStartWith("550 5.6.");
            said.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem("it hangs up");
        }
        foreach (var recipient in Enumerable.Range(0, Ends.Length).Select(Recipient).Append(Smuggled))
        {
            (await lab.Api.CountFor(recipient)).ShouldBe(0, recipient);
            lab.Mail.AllFor(recipient).ShouldBeEmpty();
        }
    }

    private static string Recipient(int i) => Mails.At("plain", $"submission-smuggling{i}");
}
