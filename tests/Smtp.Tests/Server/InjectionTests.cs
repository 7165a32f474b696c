using System.Text;
using Actors.Testing;

namespace Actors.Smtp.Tests.Server;

/// <summary>Whatever a client puts where an argument stands: nothing that could end a line reaches the
/// receiver.</summary>
public sealed class InjectionTests
{
    private static readonly string[] Texts =
    [
        "\r", "\n", "\0", "\u0085", "\u2028", "\u001B", "\t", "a\nMAIL FROM:<x@example.org>", "a\r\r\nRSET",
        "x@example.org>\nRCPT TO:<y@example.net", "\"a\r\nb\"@example.org", "\"a\nb\"@example.org", "+0D+0A", "=0D=0A",
        "a\u2028b@example.org", "\"a\u0085b\"@example.org", "a@b\u560D\u560A.example", "%0d%0a", "a@example.org\0",
    ];

    /// <summary>A dialogue for each place where a client says something; "*" is that place.</summary>
    private static readonly string[] Places =
    [
        "EHLO *\r\nMAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.net>\r\n",
        "HELO *\r\nMAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.net>\r\n",
        "EHLO c\r\nMAIL FROM:<*> SMTPUTF8\r\nRCPT TO:<b@example.net>\r\n",
        "EHLO c\r\nMAIL FROM:<a@example.org> ENVID=*\r\nRCPT TO:<b@example.net>\r\n",
        "EHLO c\r\nMAIL FROM:<a@example.org> AUTH=*\r\nRCPT TO:<b@example.net>\r\n",
        "EHLO c\r\nMAIL FROM:<a@example.org> SIZE=*\r\nRCPT TO:<b@example.net>\r\n",
        "EHLO c\r\nMAIL FROM:<a@example.org> SMTPUTF8\r\nRCPT TO:<*>\r\n",
        "EHLO c\r\nMAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.net> ORCPT=rfc822;*\r\n",
        "EHLO c\r\nMAIL FROM:<a@example.org> SMTPUTF8\r\nRCPT TO:<b@example.net> ORCPT=utf-8;*\r\n",
        "EHLO c\r\nMAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.net> NOTIFY=*\r\n",
    ];

    public static TheoryData<string> Dialogues => new(Places);

    [Theory]
    [MemberData(nameof(Dialogues))]
    public async Task nothing_that_could_end_a_line_reaches_the_receiver(string dialogue)
    {
        foreach (var text in Texts)
        {
            using var bench = new ServerBench().Trusting();
            bench.Options.OffersDsn = true;
            var client = bench.Connect();
            await client.SendAsync(Encoding.UTF8.GetBytes(
                dialogue.Replace("*", text, StringComparison.Ordinal) + "DATA\r\nSubject: x\r\n\r\n.\r\nQUIT\r\n"));
            var said = await client.EndAsync();
            await bench.Session.Soon();
            bench.Receiver.Messages.Count.ShouldBeLessThanOrEqualTo(1, said);
            foreach (var (envelope, _) in bench.Receiver.Messages)
                Said(envelope).ShouldAllBe(one => IsOneLine(one), $"{dialogue} with {Uri.EscapeDataString(text)}");
            foreach (var line in said.Split("\r\n")[..^1])
                line.ShouldSatisfyAllConditions(
                    () => line.ShouldMatch("^[2-5][0-9][0-9][ -]"), () => IsOneLine(line).ShouldBeTrue(line));
        }
    }

    private static IEnumerable<string> Said(Smtp.Server.SmtpEnvelope envelope)
    {
        yield return envelope.Session.HeloName ?? "";
        yield return envelope.Sender.ToString();
        yield return envelope.Dsn.ToString();
        yield return envelope.Dsn.Id?.ToString() ?? "";
        foreach (var recipient in envelope.Recipients)
        {
            yield return recipient.Path.ToString();
            yield return recipient.Dsn.ToString();
            yield return recipient.Dsn.Original?.ToString() ?? "";
        }
    }

    private static bool IsOneLine(string text) =>
        !text.EnumerateRunes().Any(rune => Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029);
}
