using System.Text;
using Actors.Mail.Messages;
using Actors.Mail.Messages.Downgrading;
using Actors.Mail.Messages.Parsing;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Mail.Tests.Messages.Downgrading;

/// <summary>UTF-8 in a header becomes ASCII that says the same, or a refusal that says what it cannot.</summary>
public sealed class HeaderDowngradeTests
{
    [Theory]
    [InlineData("Subject: Grüße", "Subject: =?utf-8?B?R3LDvMOfZQ==?=")]
    [InlineData("X-Note: \u0085", "X-Note:")]
    [InlineData("X-Note: =?utf-8?Q?Gr=C3=BC?= Größe", "X-Note: =?utf-8?B?R3LDvCBHcsO2w59l?=")]
    [InlineData("To: Jürgen <j@example.org>", "To: =?utf-8?Q?J=C3=BCrgen?= <j@example.org>")]
    [InlineData("To: a@bücher.example", "To: a@xn--bcher-kva.example")]
    [InlineData("Cc: \"Ä, B\" <a@example.org>, c@example.org",
        "Cc: =?utf-8?B?w4QsIEI=?= <a@example.org>, c@example.org")]
    [InlineData("To: Büro: a@example.org, B <b@example.org>;, c@example.org",
        "To: =?utf-8?B?QsO8cm8=?=: a@example.org, B <b@example.org>;, c@example.org")]
    [InlineData("Content-Type: text/plain; charset=utf-8; name=\"größe.txt\"",
        "Content-Type: text/plain; charset=utf-8; name*=utf-8''gr%C3%B6%C3%9Fe.txt")]
    [InlineData("Content-Disposition: attachment; filename=\"a;\\\"ü\"; size=3",
        "Content-Disposition: attachment; filename*=utf-8''a%3B%22%C3%BC; size=3")]
    [InlineData("List-Unsubscribe: <https://example.org/ü?a=b>", "List-Unsubscribe: <https://example.org/%C3%BC?a=b>")]
    [InlineData("List-Id: Grüße <news.example.org>", "List-Id: =?utf-8?B?R3LDvMOfZQ==?= <news.example.org>")]
    [InlineData("Received: from a by b for <ü@example.org>; Mon, 9 Mar 2026 08:05:07 +0000",
        "Received: from a by b; Mon, 9 Mar 2026 08:05:07 +0000")]
    public void a_field_gets_its_ascii_form(string field, string expected) =>
        Downgraded($"{field}\r\n\r\nBody ü\r\n").ShouldBe($"{expected}\r\n\r\nBody ü\r\n");

    [Theory]
    [InlineData("To: jürgen@example.org", "5.6.7")]
    [InlineData("Cc: Jürgen <a@example.org>, <ü@example.org>", "5.6.7")]
    [InlineData("To: Größe; irgendwas an wen", "5.6.9")]
    [InlineData("Message-ID: <ü@example.org>", "5.6.9")]
    [InlineData("To: \u007f: ü <a@example.org>;", "5.6.9")]
    [InlineData("References: <a@example.org> <ü@example.org>", "5.6.9")]
    [InlineData("List-Id: News <größe.example.org>", "5.6.9")]
    [InlineData("Content-Type: text/plain; name*0=\"ü\"", "5.6.9")]
    public void what_has_no_ascii_form_is_a_refusal(string field, string status)
    {
        HeaderDowngrade.TryToAscii(Encoding.UTF8.GetBytes($"{field}\r\n\r\n"), out _, out var refusal).ShouldBeFalse();
        refusal.Status?.ToString().ShouldBe(status);
    }

    [Fact]
    public void an_address_that_grows_beyond_a_line_is_a_refusal()
    {
        var field = $"List-Post: <https://example.org/{new string('ü', 300)}>\r\n\r\n";
        HeaderDowngrade.TryToAscii(Encoding.UTF8.GetBytes(field), out _, out var refusal).ShouldBeFalse();
        refusal.Status?.ToString().ShouldBe("5.6.9");
    }

    [Fact]
    public void parameters_in_ascii_are_folded_where_they_were()
    {
        var words = string.Join("\r\n ", Enumerable.Repeat(new string('a', 400), 5));
        Downgraded($"Content-Type: text/plain; a=\"{words}\"; b=\"ü\"\r\n\r\n").ShouldBe(
            $"Content-Type: text/plain;\r\n a=\"{words}\";\r\n b*=utf-8''%C3%BC\r\n\r\n");
    }

    [Fact]
    public void octets_that_are_not_utf8_are_a_refusal()
    {
        HeaderDowngrade.TryToAscii(Encoding.Latin1.GetBytes("Subject: ü\r\n\r\n"), out _, out var refusal)
            .ShouldBeFalse();
        refusal.Status?.ToString().ShouldBe("5.6.9");
    }

    [Fact]
    public void fields_in_ascii_and_the_body_stay_byte_for_byte()
    {
        const string Kept = "X-A:  folded\r\n\t oddly \r\nDate: x\r\n";
        Downgraded($"{Kept}Subject: ü\r\n\r\n\r\nü").ShouldBe($"{Kept}Subject: =?utf-8?B?w7w=?=\r\n\r\n\r\nü");
    }

    [Fact]
    public void any_text_is_read_again_as_it_was()
    {
        Prop.ForAll<NonNull<string>>(given =>
        {
            if (!HeaderValue.TryParse("ü" + given.Get, out var value))
                return true;
            var ascii = Downgraded($"Subject: {value}\r\n\r\n");
            if (!HeaderSection.TryParse(Encoding.ASCII.GetBytes(ascii), out var section, out _) || section.Count != 1)
                return false;
            var read = EncodedWordDecoder.Decode(section.Text(section.Fields[0]));
            return read == EncodedWordDecoder.Decode(value.Value);
        }).QuickCheckThrowOnFailure();
    }

    private static string Downgraded(string message)
    {
        HeaderDowngrade.TryToAscii(Encoding.UTF8.GetBytes(message), out var ascii, out var refusal)
            .ShouldBeTrue(refusal?.ToString());
        return Encoding.UTF8.GetString([.. ascii.SelectMany(piece => piece.ToArray())]);
    }
}
