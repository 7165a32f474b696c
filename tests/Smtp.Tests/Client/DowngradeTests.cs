using System.Text;
using Actors.Mail.Addresses;
using Actors.Mail.Replies;
using Actors.Smtp.Client;

namespace Actors.Smtp.Tests.Client;

/// <summary>What becomes of a message where a server lacks 8BITMIME (RFC 6152) or SMTPUTF8 (RFC 6531).</summary>
public sealed class DowngradeTests : IAsyncDisposable
{
    private static readonly byte[] EightBit = Encoding.UTF8.GetBytes("Subject: x\r\n\r\nGrüße\r\n");
    private static readonly byte[] Utf8Header = Encoding.UTF8.GetBytes("Subject: Grüße\r\n\r\nHello\r\n");
    private static readonly byte[] Ascii = Encoding.ASCII.GetBytes("Subject: another form\r\n\r\nHello\r\n");

    private readonly FakeServer server = new() { Extensions = [] };
    private readonly List<ContentLacks> asked = [];

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private OutgoingMessage Message(
        byte[] content, ContentFallback? fallback, bool hasUtf8Header = false, params string[] recipients)
    {
        var given = Given.MessageOf(content, recipients);
        return new(given.From, given.Recipients, given.Content, hasUtf8Header)
        {
            Fallback = fallback is null ? null : lacks =>
            {
                asked.Add(lacks);
                return fallback;
            },
        };
    }

    [Fact]
    public async Task eight_bit_content_is_announced_where_it_may_be()
    {
        server.Extensions = ["8BITMIME"];
        (await server.Send(Message(EightBit, new ContentFallback.Made([Ascii])))).Lines()
            .ShouldBe(["250 2.0.0 FinalDot"]);
        server.Commands.ShouldContain("MAIL FROM:<sender@client.test> BODY=8BITMIME");
        server.Contents.Single().ShouldBe(EightBit);
        asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task eight_bit_content_is_re_encoded_where_it_may_not_be()
    {
        server.Extensions = ["SIZE"];
        (await server.Send(Message(EightBit, new ContentFallback.Made([Ascii.AsMemory(0, 10), Ascii.AsMemory(10)]))))
            .Lines().ShouldBe(["250 2.0.0 FinalDot"]);
        server.Commands.ShouldContain($"MAIL FROM:<sender@client.test> SIZE={Ascii.Length}");
        server.Contents.Single().ShouldBe(Ascii);
        asked.ShouldBe([ContentLacks.EightBitMime]);
    }

    [Fact]
    public async Task what_cannot_be_re_encoded_is_refused_for_good_and_never_sent()
    {
        (await server.Send(Message(EightBit, fallback: null))).Lines().ShouldBe(["554 5.6.3 MailFrom"]);
        (await server.Send(Message(EightBit, new ContentFallback.Made([EightBit])))).Lines()
            .ShouldBe(["554 5.6.3 MailFrom"]);
        var own = new ContentFallback.Impossible(Reply.Of(554, "5.6.9", "Signed"));
        (await server.Send(Message(EightBit, own))).Lines().ShouldBe(["554 5.6.9 MailFrom"]);
        server.Commands.ShouldNotContain(c => c.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_header_in_utf8_is_downgraded_where_smtputf8_is_not_offered()
    {
        server.Extensions = ["8BITMIME"];
        (await server.Send(Message(Utf8Header, new ContentFallback.Made([Ascii]), hasUtf8Header: true))).Lines()
            .ShouldBe(["250 2.0.0 FinalDot"]);
        server.Commands.ShouldContain("MAIL FROM:<sender@client.test>");
        server.Contents.Single().ShouldBe(Ascii);

        server.Extensions = ["8BITMIME", "SMTPUTF8"];
        await server.Send(Message(Utf8Header, new ContentFallback.Made([Ascii]), hasUtf8Header: true));
        server.Commands.ShouldContain("MAIL FROM:<sender@client.test> BODY=8BITMIME SMTPUTF8");

        server.Extensions = [];
        await server.Send(Message(Utf8Header, new ContentFallback.Made([Ascii]), hasUtf8Header: true));
        asked.ShouldBe([ContentLacks.SmtpUtf8, ContentLacks.SmtpUtf8 | ContentLacks.EightBitMime]);
        (await server.Send(Message(Utf8Header, fallback: null, hasUtf8Header: true))).Lines()
            .ShouldBe(["550 5.6.7 MailFrom"]);
    }

    [Fact]
    public async Task a_downgraded_header_leaves_an_eight_bit_body_where_that_is_taken()
    {
        server.Extensions = ["8BITMIME"];
        await server.Send(Message(Utf8Header, new ContentFallback.Made([EightBit]), hasUtf8Header: true));
        server.Commands.ShouldContain("MAIL FROM:<sender@client.test> BODY=8BITMIME");
        server.Contents.Single().ShouldBe(EightBit);
    }

    [Theory]
    [InlineData("PIPELINING")]
    [InlineData("SIZE")]
    public async Task a_local_part_in_utf8_keeps_its_recipient_out_and_nobody_else(string extension)
    {
        server.Extensions = [extension];
        using var connection = await Given.Open(server.Endpoint());
        var outcome = await connection.Send(
            Given.Message("first@fake.test", "grüße@fake.test", "last@fake.test"), CancellationToken.None);
        outcome.Lines().ShouldBe(["250 2.0.0 FinalDot", "550 5.6.7 RcptTo", "250 2.0.0 FinalDot"]);
        outcome.Recipients[1].FromPeer.ShouldBeFalse();
        server.Commands.Count(c => c.StartsWith("RCPT", StringComparison.Ordinal)).ShouldBe(2);

        (await connection.Send(Given.Message("grüße@fake.test"), CancellationToken.None)).Lines()
            .ShouldBe(["550 5.6.7 RcptTo"]);
        (await connection.Send(Given.Message(), CancellationToken.None)).Lines().ShouldBe(["250 2.0.0 FinalDot"]);
    }

    [Fact]
    public async Task a_sender_in_utf8_keeps_all_out_where_smtputf8_is_not_offered()
    {
        var given = Given.Message("a@fake.test", "b@fake.test");
        var message = new OutgoingMessage(
            ReversePath.Of(EmailAddress.Parse("grüße@client.test")), given.Recipients, given.Content);
        (await server.Send(message)).Lines().ShouldBe(["550 5.6.7 MailFrom", "550 5.6.7 MailFrom"]);
        server.Extensions = ["SMTPUTF8"];
        (await server.Send(message)).Lines().ShouldBe(["250 2.0.0 FinalDot", "250 2.0.0 FinalDot"]);
        server.Commands.ShouldContain("MAIL FROM:<grüße@client.test> SMTPUTF8");
    }

    [Fact]
    public async Task an_international_domain_is_named_by_its_a_labels_to_any_server()
    {
        (await server.Send(Given.Message("user@bücher.test"))).Lines().ShouldBe(["250 2.0.0 FinalDot"]);
        server.Commands.ShouldContain("RCPT TO:<user@xn--bcher-kva.test>");
    }
}
