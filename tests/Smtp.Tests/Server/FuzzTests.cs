using System.Text;
using Actors.Smtp.Tests.Transcripts;
using Actors.Testing;

namespace Actors.Smtp.Tests.Server;

/// <summary>Dialogues bent at random: no exception escapes, whatever is taken was ended by CRLF "." CRLF, and when the
/// client is gone nothing is left.</summary>
public sealed class FuzzTests
{
    private const int Rounds = 1_500;

    private static readonly string[] Parts =
    [
        "EHLO client\r\n", "HELO client\r\n", "MAIL FROM:<a@example.org> SIZE=100 BODY=8BITMIME\r\n",
        "RCPT TO:<b@example.net>\r\n", "DATA\r\n", "Subject: x\r\n\r\n..text\r\n", ".\r\n", "\r\n.\r\n", "RSET\r\n",
        "NOOP\r\n", "VRFY x\r\n", "HELP\r\n", "QUIT\r\n", "BDAT 5\r\nabcde",
        "AUTH PLAIN AGFwcABzZWNyZXQ=\r\n", "AUTH LOGIN\r\n", "YXBw\r\n", "c2VjcmV0\r\n", "*\r\n",
        "MAIL FROM:<\"a>\\\"b\"@example.org> SMTPUTF8\r\n", "RCPT TO:<@r:b%c@example.net>\r\n",
        "\r", "\n", "\0", ".", "<", ">", "=", " ", "\"", "\\", "\u00ff", "STARTTLS\r\n",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20260101)]
    public async Task bent_dialogues_are_answered_or_ended(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = Encoding.Latin1.GetBytes(Dialogue(random));
            var delivery = random.Next(8) == 0 ? Delivery.ByByte : Delivery.Whole;
            try
            {
                await Check(bytes, delivery);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException(
                    $"seed {seed}, round {round}, {delivery}: {Convert.ToBase64String(bytes)}", failure);
            }
        }
    }

    private static async Task Check(byte[] bytes, Delivery delivery)
    {
        using var bench = new ServerBench().Trusting();
        (bench.Options.AuthenticationNeedsTls, bench.Options.ErrorsMax) = (false, 100);
        var client = bench.Connect(delivery);
        await client.SendAsync(bytes);
        var said = await client.EndAsync();
        await bench.Session.Soon();
        bench.Server.Connections.ShouldBe(0);
        said.ShouldStartWith("220 mx.example.org ESMTP\r\n");
        bench.Receiver.Messages.Count.ShouldBeLessThanOrEqualTo(Count(bytes, "\r\n.\r\n"u8));
        if (!said.Contains("220 2.0.0", StringComparison.Ordinal))   // after that comes TLS
            foreach (var line in said.Split("\r\n")[..^1])
                line.ShouldMatch("^[2-5][0-9][0-9][ -]");
    }

    private static int Count(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> end)
    {
        var count = 0;
        for (var at = 0; at < bytes.Length; at++)
            if (bytes[at..].StartsWith(end))
                count++;
        return count;
    }

    private static string Dialogue(Random random)
    {
        var text = new StringBuilder(
            random.Next(3) == 0 ? "" : "EHLO c\r\nMAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.net>\r\n");
        for (var parts = random.Next(1, 25); parts > 0; parts--)
            text.Append(Parts[random.Next(Parts.Length)]);
        for (var flips = random.Next(4); flips > 0; flips--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(3))
            {
                case 0: text[at] = (char)random.Next(256); break;
                case 1: text.Insert(at, (char)random.Next(256)); break;
                default: text.Remove(at, 1).Append('x'); break;
            }
        }
        return text.ToString();
    }
}
