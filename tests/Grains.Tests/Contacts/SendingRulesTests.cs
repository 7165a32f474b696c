using Actors.Grains.Contacts;
using Actors.Grains.Messages;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Contacts;

/// <summary>The table of docs/contacts.md, cell by cell.</summary>
public sealed class SendingRulesTests
{
    private static readonly DateTimeOffset Now = Causes.Start;
    private static readonly ContactMark Mark = new(Now, null);
    private static readonly ManualBlock ForEver = new(Now, null, null);

    [Theory]
    [InlineData("active", null, null, null, null)]
    [InlineData("unconfirmed", "unconfirmed", null, null, null)]
    [InlineData("unsubscribed", "unsubscribed", null, null, null)]
    [InlineData("left the list", "unsubscribed_from_list", null, null, null)]
    [InlineData("left another list", null, null, null, null)]
    [InlineData("bounced", "hard_bounce", "hard_bounce", null, "hard_bounce")]
    [InlineData("complained", "complaint", "complaint", "complaint", "complaint")]
    [InlineData("address blocked", "manual", "manual", "manual", null)]
    [InlineData("domain blocked", "manual_domain", "manual_domain", "manual_domain", null)]
    public void who_gets_what(
        string who, string? marketing, string? transactional, string? pastBounce, string? pastManual)
    {
        Ask(who, MailStream.Marketing).ShouldBe(marketing);
        Ask(who, MailStream.Transactional).ShouldBe(transactional);
        Ask(who, MailStream.Transactional, Bypasses.Bounce).ShouldBe(pastBounce);
        Ask(who, MailStream.Transactional, Bypasses.Manual).ShouldBe(pastManual);
        Ask(who, MailStream.Marketing, Bypasses.Bounce | Bypasses.Manual).ShouldBe(marketing); // it counts for nothing
    }

    [Fact]
    public void of_several_reasons_the_gravest_is_said_and_each_has_to_be_passed()
    {
        var contact = new ContactState { Bounced = Mark, Unsubscribed = Mark, Blocked = ForEver };
        May(contact, MailStream.Marketing).ShouldBe(SuppressionReason.Manual);
        May(contact, MailStream.Transactional, Bypasses.Manual).ShouldBe(SuppressionReason.HardBounce);
        May(contact, MailStream.Transactional, Bypasses.Bounce).ShouldBe(SuppressionReason.Manual);
        May(contact, MailStream.Transactional, Bypasses.Bounce | Bypasses.Manual).ShouldBeNull();
        May(contact with { Complained = Mark }, MailStream.Transactional, Bypasses.Bounce | Bypasses.Manual)
            .ShouldBe(SuppressionReason.Complaint);
    }

    [Fact]
    public void a_block_holds_until_its_time_and_not_at_it()
    {
        var block = new ManualBlock(Now.AddDays(-1), Now, null);
        block.Holds(Now - TimeSpan.FromTicks(1)).ShouldBeTrue();
        May(new ContactState { Blocked = block }, MailStream.Transactional).ShouldBeNull();
        SendingRules.May(new ContactState(), block, Question(MailStream.Marketing), Now).ShouldBeNull();
    }

    private static string? Ask(string who, MailStream stream, Bypasses bypass = Bypasses.None)
    {
        var contact = who switch
        {
            "unconfirmed" => new ContactState { Unconfirmed = Mark },
            "unsubscribed" => new ContactState { Unsubscribed = Mark },
            "left the list" => new ContactState { Lists = [new ContactList("news", Now, Now)] },
            "left another list" => new ContactState { Lists = [new("other", Now, Now), new("news", Now, null)] },
            "bounced" => new ContactState { Bounced = Mark },
            "complained" => new ContactState { Complained = Mark },
            "address blocked" => new ContactState { Blocked = ForEver },
            _ => new ContactState(),
        };
        var domain = who == "domain blocked" ? ForEver : null;
        return SendingRules.May(contact, domain, Question(stream, bypass), Now)?.ToText();
    }

    private static SuppressionReason? May(
        ContactState contact, MailStream stream, Bypasses bypass = Bypasses.None) =>
        SendingRules.May(contact, null, Question(stream, bypass), Now);

    private static SendingQuestion Question(MailStream stream, Bypasses bypass = Bypasses.None) =>
        new(DomainName.Parse("example.org"), stream, stream == MailStream.Marketing ? "news" : null, bypass);
}
