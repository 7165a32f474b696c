using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Outbox;
using Actors.Grains.PlatformMails;
using Actors.Grains.StandardEmails;
using Actors.Grains.Submissions;
using Actors.Grains.Templates;
using Actors.Grains.Tests.Embedded.World;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Embedded;

/// <summary>The platform's own mails: whose words, how often, and what stops them.</summary>
public sealed class PlatformMailScenarios : Scenario
{
    private static readonly EmailAddress Ann = EmailAddress.Parse("ann@example.com");

    [Fact]
    public void a_mail_has_the_tenants_words_and_footer_once_they_are_published()
    {
        Prepare();
        Change(StandardEmailKind.AccountApproved, "Ready: {{account}}", "{{account}} of {{tenant}} is ready.");
        World.Run(Settings().SetFooter(new EmailFooter("Bye, {{tenant}}", null), null));

        World.Run(Send(PlatformMail.AccountApproved("1", Ann, "News")));

        var words = Words().ShouldHaveSingleItem();
        words.Subject.ShouldBe("Ready: News");
        words.Text.ShouldBe("News of shop is ready.\n\nBye, shop");
    }

    [Fact]
    public void an_original_is_in_the_tenants_language_or_in_the_mails()
    {
        Prepare();
        World.Run(Settings().SetLanguage("cs", null));

        World.Run(Send(PlatformMail.AccountApproved("1", Ann, "News")));
        World.Run(Send(PlatformMail.AccountApproved("2", Ann, "News") with { Language = "de" }));

        Words().Select(words => words.Subject)
            .ShouldBe(["SMTP účet News je schválen", "Das SMTP-Konto News ist freigegeben"], ignoreOrder: true);
    }

    [Fact]
    public void words_that_do_not_render_are_those_of_the_original_and_the_mail_goes()
    {
        Prepare();
        Change(StandardEmailKind.AccountBlocked, "Blocked", string.Concat(Enumerable.Repeat("{{reason}}", 200)));

        World.Run(Send(PlatformMail.AccountBlocked("1", Ann, "News", new string('x', 11_000))));

        Words().ShouldHaveSingleItem().Subject.ShouldBe("The SMTP account News is blocked");
    }

    [Fact]
    public async Task words_from_before_that_give_a_link_away_are_not_sent()
    {
        Prepare();
        var template = World.Grains.GetGrain<ITemplateGrain>(
            TemplateKey.Of(GrainWorld.Shop, StandardEmailKind.PasswordReset).ToString());
        var old = new EmailText("Old", "{{link}}", "<img src=\"https://evil.example/{{link}}\">", Footer: true);
        await World.Store.WriteStateAsync("template", template.GetGrainId(), new GrainState<TemplateState>
        {
            State = new TemplateState
            {
                Versions = [new TemplateVersion(1, DateTimeOffset.UnixEpoch, old)],
                InUse = 1,
                LastNumber = 1,
            },
        });

        World.Run(Send(PlatformMail.PasswordReset("1", Ann, "https://links.example/a", DateTimeOffset.UnixEpoch)));

        Words().ShouldHaveSingleItem().Html!.ShouldNotContain("evil.example");
    }

    [Fact]
    public void a_paused_account_of_the_tenant_holds_no_mail_of_the_platform()
    {
        Prepare();
        World.Run(World.SmtpAccount().SetPaused(true));

        World.Run(Send(PlatformMail.DomainVerified("1", Ann, "shop.example")));
        World.Settle();

        World.Store[Mails().ShouldHaveSingleItem()].Phase.ShouldBe(MessagePhase.Delivered);
    }

    [Fact]
    public void what_cannot_be_handed_over_stays_with_its_owner_and_goes_once()
    {
        Prepare();
        World.Run(Owner.Decide(PlatformMail.DomainVerified("1", Ann, "shop.example")));
        World.Store.FailNextWrites(1);

        World.Run(Owner.Wake()).ShouldBe(1);
        Mails().ShouldBeEmpty();
        World.Run(Owner.Wake()).ShouldBe(0);

        World.Run(Owner.Decide(PlatformMail.DomainVerified("1", Ann, "shop.example"))); // told of it again
        World.Run(Owner.Wake()).ShouldBe(0);
        Mails().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task what_was_decided_before_a_crash_is_sent_after_it()
    {
        Prepare();
        World.Run(Owner.Decide(PlatformMail.DomainVerified("1", Ann, "shop.example")));

        await World.Crash();

        World.Run(Owner.Wake()).ShouldBe(0);
        Mails().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task a_mail_that_was_handed_over_is_delivered_after_a_crash()
    {
        Prepare();
        World.Run(Send(PlatformMail.DomainVerified("1", Ann, "shop.example")));
        var mail = Mails().ShouldHaveSingleItem();
        World.StartOutbox(OutboxPartitions.Of(mail.Message));

        await World.Crash();
        World.Run(Send(PlatformMail.DomainVerified("1", Ann, "shop.example")));
        World.Advance(TimeSpan.FromHours(2));

        World.Store[Mails().ShouldHaveSingleItem()].Phase.ShouldBe(MessagePhase.Delivered);
    }

    private IMailOwnerGrain Owner => World.Grains.GetGrain<IMailOwnerGrain>(GrainWorld.Shop.Value);

    private void Prepare() => World.Run(Owner.PrepareSender());

    private IEmailSettingsGrain Settings() => World.Grains.GetGrain<IEmailSettingsGrain>(GrainWorld.Shop.Value);

    private void Change(StandardEmailKind kind, string subject, string text) => World.Run(
        World.Grains.GetGrain<ITemplateGrain>(TemplateKey.Of(GrainWorld.Shop, kind).ToString())
            .Change(null, new EmailText(subject, text, null, Footer: true), publish: true, null))
        .Refusal.ShouldBeNull();

    private Task Send(PlatformMail mail) =>
        World.Grains.GetGrain<IPlatformMailGrain>(GrainWorld.Shop.Value).Send(mail);

    private MessageKey[] Mails() => [.. World.Store.Messages.Where(mail => mail.Tenant == PlatformSender.Tenant)];

    private MailParts[] Words() =>
    [
        .. Mails().Select(mail => World.Run(World.Store.Read(mail.Tenant, mail.Message.Submission).AsTask())!.Source)
            .Cast<MailSource.Parts>().Select(source => source.Mail),
    ];
}
