using System.Collections.Immutable;
using System.Text;
using Actors.Mail.Addresses;
using Actors.Mail.Messages;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Mail.Tests.Messages;

/// <summary>A message that somebody else wrote, from another address.</summary>
public sealed class AuthorshipTests
{
    private static readonly EmailAddress Ours = EmailAddress.Parse("shop@mail.example.net");

    [Fact]
    public void the_name_stays_and_answers_go_to_the_author() =>
        From("Received: a\r\nFrom: Ann <ann@club.example>\r\nTo: b@c.example\r\n\r\nFrom: body\r\n")
            .ShouldBe("Received: a\r\nFrom: Ann <shop@mail.example.net>\r\nReply-To: Ann <ann@club.example>\r\n"
                + "To: b@c.example\r\n\r\nFrom: body\r\n");

    [Fact]
    public void where_the_message_says_where_answers_go_they_go_there() =>
        From("From: ann@club.example\r\nReply-To: team@club.example\r\n\r\n")
            .ShouldBe("From: shop@mail.example.net\r\nReply-To: team@club.example\r\n\r\n");

    [Theory]
    [InlineData("Reply-To:\r\n")]
    [InlineData("Reply-To: nobody at all\r\n")]
    public void a_reply_to_that_names_nobody_gives_way(string field) =>
        From($"{field}From: ann@club.example\r\n\r\n")
            .ShouldBe("From: shop@mail.example.net\r\nReply-To: ann@club.example\r\n\r\n");

    [Fact]
    public void several_authors_become_one_and_answers_go_to_them_all() =>
        From("Sender: ann@club.example\r\nFrom: Ann <ann@club.example>,\r\n bob@club.example\r\n\r\nHi\r\n").ShouldBe(
            "From: Ann <shop@mail.example.net>\r\nReply-To: Ann <ann@club.example>, bob@club.example\r\n\r\nHi\r\n");

    [Fact]
    public void a_name_in_any_script_stays() =>
        Read(From("From: =?utf-8?Q?Ji=C5=99=C3=AD?= <jiri@club.example>\r\n\r\n")).ShouldNotBeNull().From
            .ShouldHaveSingleItem().ShouldBe(Mailbox.Parse("Jiří <shop@mail.example.net>"));

    [Fact]
    public void another_author_takes_the_place_of_all_and_answers_stay_open() =>
        With("Sender: ann@club.example\r\nFrom: Ann <ann@club.example>, bob@club.example\r\nReply-To:\r\n\r\nHi\r\n",
            Mailbox.Parse("Shop <shop@shop.example>"), [])
            .ShouldBe("From: Shop <shop@shop.example>\r\nReply-To:\r\n\r\nHi\r\n");

    [Fact]
    public void who_sends_for_an_author_stays_where_only_the_authors_name_is_another() =>
        With("From: ann@club.example\r\nSender: team@club.example\r\n\r\n",
            Mailbox.Parse("Ann <ann@club.example>"), [])
            .ShouldBe("From: Ann <ann@club.example>\r\nSender: team@club.example\r\n\r\n");

    [Theory]
    [InlineData("To: b@c.example\r\nFrom: a@b.example\r\n\r\nHi", "To: b@c.example\r\n|From: a@b.example\r\n\r\nHi")]
    [InlineData("From: a@b.example", "|From: a@b.example")]
    [InlineData("Reply-To: \r\nFrom: a@b.example\r\n\r\n", "|From: a@b.example\r\n\r\n")]
    [InlineData("From: a@b.example\r\nReply-To: c@d.example\r\n\r\n",
        "From: a@b.example\r\nReply-To: c@d.example\r\n\r\n")]
    public void only_where_answers_go_can_be_added(string text, string result) =>
        With(text, null, [Mailbox.Parse("Team <team@club.example>")])
            .ShouldBe(result.Replace("|", "Reply-To: Team <team@club.example>\r\n", StringComparison.Ordinal));

    [Fact]
    public void who_passed_it_on_is_told_apart()
    {
        Read("From: a@b.example\r\nResent-Sender: c@d.example\r\nResent-From: e@f.example\r\n\r\n")
            .ShouldNotBeNull().Resent.Select(one => $"{one}").ShouldBe(["e@f.example", "c@d.example"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("To: a@b.example\r\n\r\n")]
    [InlineData("From: you\r\n\r\n")]
    [InlineData("no field\r\n\r\n")]
    public void without_an_author_there_is_nothing_to_read(string text) => Read(text).ShouldBeNull();

    [Fact]
    public void a_header_without_a_body_keeps_its_last_field_whole() =>
        From("From: ann@club.example").ShouldBe("From: shop@mail.example.net\r\nReply-To: ann@club.example\r\n");

    [Fact]
    public void whatever_the_body_is_it_stays_as_it_is() =>
        Prop.ForAll<byte[]>(body =>
        {
            byte[] raw = [.. "From: ann@club.example\r\n\r\n"u8, .. body];
            return Authorship.TryRead(raw, out var read) && read.With(Ours).Span.EndsWith(body);
        }).QuickCheckThrowOnFailure();

    private static string From(string text) => Encoding.UTF8.GetString(Read(text).ShouldNotBeNull().With(Ours).Span);

    private static string With(string text, Mailbox? author, ImmutableArray<Mailbox> answersTo) =>
        Encoding.UTF8.GetString(Read(text).ShouldNotBeNull().With(author, answersTo).Span);

    private static Authorship? Read(string text) =>
        Authorship.TryRead(Encoding.UTF8.GetBytes(text), out var read) ? read : null;
}
