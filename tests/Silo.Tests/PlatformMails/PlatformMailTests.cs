using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Actors.Grains.Credentials;
using Actors.Grains.PlatformMails;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Tenants;
using Actors.Mail.Addresses;
using Actors.Silo.FirstStart;
using Actors.Silo.Tests.Harness;

namespace Actors.Silo.Tests.PlatformMails;

/// <summary>The platform's own mails, from the grain to the sandbox.</summary>
public sealed class PlatformMailTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("actors-silo-").FullName;

    [Fact]
    public async Task without_live_delivery_a_mail_is_in_the_sandbox_of_the_operator_and_of_the_tenant_it_is_for()
    {
        await using var silo = await RunningSilo.Start(
            data, settings => settings with { Platform = new() { MailFrom = "robot@example.com" } });
        var first = (await silo.Beginning.Prepare())!;
        var operators = (await silo.Grains.GetGrain<ITenantGrain>(PlatformSender.Tenant.Value).IssueApiKey("test"))!;

        var mail = Confirmation("confirm-1");
        await Send(silo, mail);
        await Send(silo, mail);
        await silo.Delivered(operators.Secret, 1);

        (await silo.SandboxSubjects()).ShouldBe(["May Demo send from unknown@example.org?"]);
        silo.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", first.ApiKey);
        var page = await silo.Http.GetFromJsonAsync<JsonElement>("/v1/sandbox/messages");
        var shown = page.GetProperty("data").EnumerateArray().ShouldHaveSingleItem();
        shown.GetProperty("rcpt_to").GetString().ShouldBe("<unknown@example.org>");
        shown.TryGetProperty("recipient", out _).ShouldBeFalse();
        var path = $"/v1/sandbox/messages/{shown.GetProperty("id").GetString()}";
        var read = await silo.Http.GetFromJsonAsync<JsonElement>(path);
        read.GetProperty("links").EnumerateArray().ShouldHaveSingleItem().GetString()
            .ShouldBe("https://links.example/links/abc");
        var raw = await silo.Http.GetStringAsync($"{path}/raw");
        raw.ShouldContain("From: Actors <robot@example.com>");
        raw.ShouldContain("Auto-Submitted: auto-generated");
    }

    [Theory]
    [InlineData("tenant")]
    [InlineData("operator")]
    public async Task a_link_that_grants_something_is_for_who_manages_users_alone(string list)
    {
        await using var silo = await RunningSilo.Start(data);
        await silo.Beginning.Prepare();
        var operators = await silo.Grains.GetGrain<ITenantGrain>(PlatformSender.Tenant.Value).IssueApiKey("test");
        foreach (var mail in Mails())
            await Send(silo, mail);
        await silo.Delivered(operators!.Secret, Mails().Length);

        var tenant = silo.Grains.GetGrain<ITenantGrain>(
            list == "tenant" ? Beginning.Tenant.Value : PlatformSender.Tenant.Value);
        var reader = await tenant.IssueApiKey(
            "reader", ApiKeyGrant.Everything with { Scopes = Scopes.All & ~Scopes.UsersManage });
        silo.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", reader!.Secret);
        var closed = 0;
        foreach (var mail in await silo.SandboxMails())
        {
            var path = $"/v1/sandbox/messages/{mail.GetProperty("id").GetString()}";
            var read = await silo.Http.GetStringAsync(path);
            read.ShouldNotContain("links.example");
            var raw = await silo.Http.GetAsync($"{path}/raw");
            (await raw.Content.ReadAsStringAsync()).ShouldNotContain("links.example");
            closed += raw.StatusCode == HttpStatusCode.Forbidden ? 1 : 0;
        }

        closed.ShouldBe(5);
    }

    [Fact]
    public async Task a_paused_account_of_the_tenant_stops_no_mail_of_the_platform()
    {
        await using var silo = await RunningSilo.Start(data);
        await silo.Beginning.Prepare();
        var key = (await silo.Grains.GetGrain<ITenantGrain>(PlatformSender.Tenant.Value).IssueApiKey("test"))!;
        await silo.Grains.GetGrain<ISmtpAccountGrain>($"{Beginning.Tenant}/{Beginning.Account}").SetPaused(true);

        await Send(silo, Confirmation("confirm-1"));
        await silo.Delivered(key.Secret, 1);
    }

    [Fact]
    public async Task a_value_with_line_ends_makes_no_header()
    {
        await using var silo = await RunningSilo.Start(data);
        await silo.Beginning.Prepare();
        var key = (await silo.Grains.GetGrain<ITenantGrain>(PlatformSender.Tenant.Value).IssueApiKey("test"))!;

        await Send(silo, PlatformMail.AccountApproved("approved-1", Ann, "Shop\r\nBcc: eve@example.net"));
        await silo.Delivered(key.Secret, 1);

        (await silo.SandboxSubjects()).ShouldBe(["The SMTP account Shop  Bcc: eve@example.net is approved"]);
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private static EmailAddress Ann => EmailAddress.Parse("ann@example.org");

    private static PlatformMail Confirmation(string id) => PlatformMail.SenderConfirmation(
        id, EmailAddress.Parse("unknown@example.org"), "unknown@example.org", "https://links.example/links/abc",
        new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    /// <summary>Each kind with a link, and one without.</summary>
    private static PlatformMail[] Mails()
    {
        const string Link = "https://links.example/links/abc";
        var expires = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        return
        [
            Confirmation("1"), PlatformMail.Invitation("2", Ann, "bob@example.org", "sender", Link, expires),
            PlatformMail.PasswordReset("3", Ann, Link, expires),
            PlatformMail.UserEmailVerification("4", Ann, Link, expires),
            PlatformMail.TestAddressConfirmation("5", Ann, Link, expires),
            PlatformMail.AccountApproved("6", Ann, "Newsletter"),
        ];
    }

    private static Task Send(RunningSilo silo, PlatformMail mail) =>
        silo.Grains.GetGrain<IPlatformMailGrain>(Beginning.Tenant.Value).Send(mail);
}
