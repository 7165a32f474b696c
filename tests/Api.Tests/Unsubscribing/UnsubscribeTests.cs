using Actors.Api.Tests.Harness;
using Actors.Grains.Contacts;
using Actors.Grains.Couriers;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Unsubscribing;
using Actors.Mail.Addresses;
using Actors.Mail.Macs;
using Actors.Mail.Unsubscribing;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Api.Tests.Unsubscribing;

/// <summary>The links of messages that retention has erased: they say all by themselves what is to be done.</summary>
[Collection(Harness.Gateway.Name)]
public sealed class UnsubscribeTests(Harness.Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task one_click_leaves_the_list_also_when_the_message_is_erased_and_twice_is_once()
    {
        var (tenant, token) = await Sent("news");
        var first = await OneClick(token).Status(200);
        var again = await OneClick(token).Status(200);
        again.Body.ShouldBe(first.Body);
        var contact = await Contact(tenant);
        contact.Lists.ShouldHaveSingleItem().LeftAt.ShouldNotBeNull();
        contact.Standing.ShouldBe(ContactStanding.Active);
        contact.History.Count(change => change.What == ContactHappening.Unsubscribed).ShouldBe(1);
    }

    [Fact]
    public async Task one_click_of_mail_for_no_list_leaves_all()
    {
        var (tenant, token) = await Sent(null);
        await OneClick(token).Status(200);
        (await Contact(tenant)).Standing.ShouldBe(ContactStanding.Unsubscribed);
    }

    [Fact]
    public async Task the_page_offers_the_list_and_all_in_the_language_of_its_reader()
    {
        var (tenant, token) = await Sent("<b>news</b>");
        using var german = new HttpRequestMessage(HttpMethod.Get, "/u/" + token);
        german.Headers.AcceptLanguage.ParseAdd("de-AT,de;q=0.9");
        var page = await gateway.Stranger.Ask(german).Status(200);
        page.Body.ShouldContain("<html lang=\"de\">");
        page.Body.ShouldContain("value=\"list\">Die dieser Liste: &lt;b&gt;news&lt;/b&gt;</button>");
        page.Body.ShouldContain("value=\"all\"");
        (await Contact(tenant)).History.ShouldNotContain(change => change.What == ContactHappening.Unsubscribed);
        await Press(token, "from", "all").Status(200);
        (await Contact(tenant)).Standing.ShouldBe(ContactStanding.Unsubscribed);
    }

    [Theory]
    [InlineData("List-Unsubscribe", "one-click")]
    [InlineData("from", "nothing")]
    [InlineData("x", "y")]
    public async Task a_form_that_says_neither_shows_the_page_and_changes_nothing(string name, string value)
    {
        var (tenant, token) = await Sent("news");
        (await Press(token, name, value).Status(200)).Body.ShouldContain("<button");
        (await Contact(tenant)).Lists.ShouldAllBe(list => list.LeftAt == null);
    }

    [Fact]
    public async Task a_guessed_a_broken_and_a_foreign_token_have_one_answer_and_change_nothing()
    {
        var (tenant, token) = await Sent("news");
        var stranger = UnsubscribeToken.Make(
            MacKeys.Of(new MacKey(1, Enumerable.Repeat((byte)9, 32).ToArray())),
            new UnsubscribeSubject(tenant.Id.Value, 1, 0, new string('0', 20), "news"));
        var nobodys = Token(TenantId.Parse("nobody"), "news");
        var unknown = await gateway.Stranger.Get("/u/x").Status(404);
        string[] all = [stranger, nobodys, token[..^1], token + "A", "%3Cscript%3E", new string('A', 900)];
        foreach (var wrong in all)
        {
            (await gateway.Stranger.Get("/u/" + wrong).Status(404)).Body.ShouldBe(unknown.Body);
            (await OneClick(wrong).Status(404)).Body.ShouldBe(unknown.Body);
        }

        (await Contact(tenant)).Lists.ShouldAllBe(list => list.LeftAt == null);
    }

    [Fact]
    public async Task a_token_of_one_tenant_does_nothing_to_another_with_the_same_reader()
    {
        var (one, token) = await Sent("news");
        var (other, _) = await Sent("news");
        await OneClick(token).Status(200);
        (await Contact(one)).Lists.ShouldAllBe(list => list.LeftAt != null);
        (await Contact(other)).Lists.ShouldAllBe(list => list.LeftAt == null);
    }

    private Task<Answer> OneClick(string token) => Press(token, "List-Unsubscribe", "One-Click");

    private async Task<Answer> Press(string token, string name, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/u/" + token)
        {
            Content = new FormUrlEncodedContent([new(name, value)]),
        };
        return await gateway.Stranger.Ask(request);
    }

    /// <summary>A link in a message that is not there any more, to a contact who is on the list.</summary>
    private async Task<(TestTenant, string)> Sent(string? list)
    {
        var tenant = await gateway.NewTenant();
        await gateway.Grains.Contact(ContactKey.Of(tenant.Id, Reader)).Ask(
            new ContactCommand.Put(
                Reader, System.Collections.Immutable.ImmutableDictionary<string, string>.Empty,
                list is null ? [] : [list], ContactOrigin.Api),
            null);
        return (tenant, Token(tenant.Id, list));
    }

    private string Token(TenantId tenant, string? list)
    {
        var order = new DeliveryOrder(
            new MessageKey(tenant, new MessageId(SubmissionId.FromKey("01ARZ3NDEKTSV4RRFFQ69G5FAV"), 0)),
            AccountId.Parse("acc_shop"), MailStream.Marketing, Reader,
            ReversePath.Of(EmailAddress.Parse("news@shop.example")), 1, 1, OnUncertain.Retry,
            System.Collections.Immutable.ImmutableDictionary<string, string>.Empty, List: list);
        var offer = gateway.Services.GetRequiredService<UnsubscribeLinks>().Of(order)!;
        return new Uri(offer.Url).Segments[^1];
    }

    private static EmailAddress Reader { get; } = EmailAddress.Parse("reader@example.org");

    private async Task<ContactView> Contact(TestTenant tenant) =>
        (await gateway.Grains.Contact(ContactKey.Of(tenant.Id, Reader)).Get()).Value!;
}
