using Actors.Mail.Envelopes;
using Actors.Smtp.Client;

namespace Actors.Smtp.Tests.Client;

/// <summary>RFC 3461 §5.1: what the submitter asked goes on to servers that offer DSN, and to no others.</summary>
public sealed class DsnTests
{
    private static OutgoingMessage Asking(params RecipientDsn[] recipients)
    {
        var given = Given.Message([.. recipients.Select((_, i) => $"r{i}@fake.test")]);
        return new(given.From, given.Recipients, given.Content)
        {
            Dsn = new(DsnReturn.Headers, EnvelopeId.Parse("abc.1/2+2B")),
            RecipientDsns = recipients,
        };
    }

    [Theory]
    [InlineData("DSN")]
    [InlineData("DSN", "PIPELINING")]
    public async Task all_four_parameters_are_told_where_dsn_is_offered(params string[] extensions)
    {
        await using var server = new FakeServer { Extensions = extensions };
        await server.Send(Asking(
            new(DsnNotify.Success | DsnNotify.Delay, OriginalRecipient.Parse("rfc822;other@first.test")),
            new(DsnNotify.Never, null),
            RecipientDsn.None));
        server.Commands.Where(c => c.Contains('<', StringComparison.Ordinal)).ShouldBe(
        [
            "MAIL FROM:<sender@client.test> RET=HDRS ENVID=abc.1/2+2B",
            "RCPT TO:<r0@fake.test> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;other@first.test",
            "RCPT TO:<r1@fake.test> NOTIFY=NEVER",
            "RCPT TO:<r2@fake.test>",
        ]);
    }

    [Fact]
    public async Task nothing_of_it_is_told_where_dsn_is_not_offered()
    {
        await using var server = new FakeServer { Extensions = [] };
        await server.Send(Asking(new RecipientDsn(DsnNotify.Never, null)));
        server.Commands.Where(c => c.Contains('<', StringComparison.Ordinal)).ShouldBe(
            ["MAIL FROM:<sender@client.test>", "RCPT TO:<r0@fake.test>"]);
    }

    [Theory]
    [InlineData("SMTPUTF8", "ORCPT=utf-8;gr\\x{FC}\\x{DF}e@first.test")]
    [InlineData("8BITMIME", "ORCPT=utf-8;gr\\x{FC}\\x{DF}e@first.test")]
    public async Task an_original_recipient_in_utf8_is_written_in_ascii_for_a_message_in_ascii(
        string extension, string told)
    {
        await using var server = new FakeServer { Extensions = ["DSN", extension] };
        await server.Send(Asking(
            new RecipientDsn(DsnNotify.Unspecified, OriginalRecipient.Parse("utf-8;grüße@first.test"))));
        server.Commands.ShouldContain(c => c.EndsWith(told, StringComparison.Ordinal));
    }

    [Fact]
    public void one_answer_for_each_recipient_or_none_at_all() =>
        Should.Throw<ArgumentException>(() =>
            new OutgoingMessage(Given.Message().From, Given.Message().Recipients, Given.Message().Content)
            {
                RecipientDsns = [RecipientDsn.None, RecipientDsn.None],
            });
}
