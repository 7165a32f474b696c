using Actors.Grains.Contacts;
using Actors.Grains.Couriers;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Grains.StandardEmails;
using Actors.Grains.Submissions;
using Actors.Grains.Tests.Rendering;
using Actors.Grains.Unsubscribing;
using Actors.Mail.Addresses;
using Actors.Mail.Macs;

namespace Actors.Grains.Tests.Unsubscribing;

public sealed class UnsubscribeOfferTests
{
    private static readonly UnsubscribeOffer Offer = new(() => "https://mail.example.org/u/abc-_", isAdded: true);

    private static readonly DeliveryOrder Order = new(
        new MessageKey(
            TenantId.Parse("shop"), new MessageId(SubmissionId.FromKey("01ARZ3NDEKTSV4RRFFQ69G5FAV"), 3)),
        AccountId.Parse("acc_shop"), MailStream.Marketing, EmailAddress.Parse("Ann@example.com"),
        ReversePath.Of(EmailAddress.Parse("news@shop.example")), 1, 1, OnUncertain.Retry,
        System.Collections.Immutable.ImmutableDictionary<string, string>.Empty, List: "news");

    [Fact]
    public void a_link_says_whose_message_and_contact_it_is_of_and_the_list()
    {
        var links = Links(isGiven: true);
        var offer = links.Of(Order)!;
        offer.Url.ShouldStartWith("https://mail.example.org/u/");
        offer.IsAdded.ShouldBeTrue();
        links.Read(new Uri(offer.Url).Segments[^1]).ShouldBe(
            new UnsubscribeClaim(Order.Message, ContactHash.Of(EmailAddress.Parse("Ann@example.com")), "news"));
        links.Of(Order)!.Url.ShouldBe(offer.Url); // the same bytes at each attempt
    }

    [Fact]
    public void transactional_mail_has_the_address_for_its_words_and_nothing_is_added() =>
        Links(isGiven: true).Of(Order with { Stream = MailStream.Transactional })!.IsAdded.ShouldBeFalse();

    [Fact]
    public void without_a_public_address_nothing_is_added() =>
        Links(isGiven: false).Of(Order)!.IsAdded.ShouldBeFalse();

    [Fact]
    public void nobody_leaves_the_platforms_mail_or_answers_of_programs_or_the_question_for_confirmation()
    {
        var links = Links(isGiven: true);
        links.Of(Order with { Message = Order.Message with { Tenant = PlatformSender.Tenant } }).ShouldBeNull();
        links.Of(Order with { ReversePath = ReversePath.Null }).ShouldBeNull();
        links.Of(Order with { Bypass = Bypasses.Confirmation }).ShouldBeNull();
    }

    [Fact]
    public void words_without_the_address_get_a_line_at_their_end()
    {
        Offer.InText("Hello\r\n\r\n", "en").ShouldBe(
            "Hello\n\n-- \nUnsubscribe from these e-mails: https://mail.example.org/u/abc-_\n");
        Offer.InHtml("<body><p>Hello</p></BODY></html>", "de").ShouldBe(
            "<body><p>Hello</p><p style=\"font-size:small\"><a href=\"https://mail.example.org/u/abc-_\">"
            + "Diese E-Mails abbestellen</a></p>\n</BODY></html>");
        Offer.InHtml("<p>Hello</p>", "xx").ShouldEndWith("Unsubscribe from these e-mails</a></p>\n");
    }

    [Theory]
    [InlineData("en"), InlineData("cs"), InlineData("de"), InlineData("pl")]
    public void the_line_has_words_in_each_language_of_its_own(string language) =>
        EmailLanguages.All.Count(
            other => UnsubscribeWords.Of(other) == UnsubscribeWords.Of(language)).ShouldBe(1);

    [Fact]
    public void a_raw_message_gets_the_header_and_keeps_its_body_byte_for_byte()
    {
        const string Raw = "From: news@shop.example\r\nSubject: News\r\n\r\nHello\r\n";
        Rendered(RawCommand(Raw)).ShouldEndWith(
            "List-Unsubscribe: <https://mail.example.org/u/abc-_>\r\n"
            + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" + Raw);
    }

    [Theory]
    [InlineData("List-Unsubscribe: <mailto:leave@shop.example>\r\n")]
    [InlineData("list-unsubscribe-post: List-Unsubscribe=One-Click\r\n")]
    public void a_raw_message_with_a_way_of_its_own_keeps_it(string field) =>
        Rendered(RawCommand($"From: news@shop.example\r\n{field}\r\nHello\r\n")).ShouldNotContain("/u/");

    [Fact]
    public void parts_get_header_and_line_beside_an_address_for_mail()
    {
        var mail = Renderings.Plain with
        {
            Html = "<p>Thank you.</p>",
            ListUnsubscribe = new MailListUnsubscribe(null, "mailto:leave@shop.example", false),
        };
        var copy = Rendered(Renderings.Command(mail, Renderings.Recipient("ann@example.com")));
        copy.ShouldContain("\r\nList-Unsubscribe: <https://mail.example.org/u/abc-_>,");
        copy.ShouldContain("<mailto:leave@shop.example>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
        copy.Split("Unsubscribe from these e-mails").Length.ShouldBe(3);
    }

    [Fact]
    public void a_sender_with_a_page_of_its_own_keeps_it()
    {
        var mail = Renderings.Plain with
        {
            ListUnsubscribe = new MailListUnsubscribe("https://shop.example/leave", null, true),
        };
        var copy = Rendered(Renderings.Command(mail, Renderings.Recipient("ann@example.com")));
        copy.ShouldContain("\r\nList-Unsubscribe: <https://shop.example/leave>\r\n");
        copy.ShouldNotContain("/u/");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void words_that_have_the_address_get_no_line_with_and_without_variables(bool personalized)
    {
        var mail = Renderings.Plain with
        {
            Text = "Leave: {{unsubscribe_url}}",
            Html = null,
            Personalized = personalized,
        };
        var copy = Rendered(Renderings.Command(mail, Renderings.Recipient("ann@example.com")));
        copy.ShouldContain("\r\nLeave: https://mail.example.org/u/abc-_\r\n");
        copy.ShouldNotContain("Unsubscribe from these e-mails");
    }

    [Fact]
    public void a_variable_of_that_name_does_not_replace_the_address_that_works()
    {
        var mail = Renderings.Plain with { Text = "Leave: {{unsubscribe_url}}", Personalized = true };
        Rendered(Renderings.Command(mail, Renderings.Recipient(
            "ann@example.com", RecipientKind.To, ("unsubscribe_url", "https://shop.example/"))))
            .ShouldContain("\r\nLeave: https://mail.example.org/u/abc-_\r\n");
    }

    [Fact]
    public void a_page_without_tls_has_no_one_click()
    {
        var header = new UnsubscribeOffer(() => "http://mail.example.org/u/a", isAdded: true).Header(null);
        header.ShouldNotBeNull().IsOneClick.ShouldBeFalse();
    }

    private static SubmitCommand RawCommand(string raw) =>
        Renderings.Command(Renderings.Recipient("ann@example.com")) with
        {
            Source = new MailSource.Raw(
                System.Text.Encoding.ASCII.GetBytes(raw), [EmailAddress.Parse("news@shop.example")], false),
        };

    private static string Rendered(SubmitCommand command) =>
        Renderings.Render(command with { Stream = MailStream.Marketing }, Offer)[0];

    private static UnsubscribeLinks Links(bool isGiven) =>
        new(() => MacKeys.Of(new MacKey(1, new byte[MacKey.SecretLength])), new Url(isGiven));

    private sealed class Url(bool isGiven) : IPublicUrl
    {
        public Uri Value { get; } = new("https://mail.example.org/");

        public bool IsGiven => isGiven;
    }
}
