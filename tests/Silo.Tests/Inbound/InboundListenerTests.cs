using Actors.Grains.Ids;
using Actors.Grains.PlatformMails;
using Actors.Grains.Tenants;
using Actors.Mail.Reports.ReturnPaths;
using Actors.Silo.Delivery;
using Actors.Silo.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Silo.Tests.Inbound;

/// <summary>The listener for bounces and complaints over its socket, in a whole server.</summary>
public sealed class InboundListenerTests : IAsyncLifetime
{
    private const string Greeting =
        "S: 220 localhost ESMTP\nC: HELO mx.example.net\nS: 250 *\nC: MAIL FROM:<>\nS: 250 *\n";

    private readonly Folder folder = new();
    private RunningSilo silo = null!;
    private TenantDesk desk = null!;

    public async Task InitializeAsync()
    {
        silo = await RunningSilo.Start(folder.Data, settings => settings with
        {
            Inbound = new()
            {
                Listen = "127.0.0.1:0", FeedbackAddresses = "fbl@example.net", Operator = "op@sandbox.test",
            },
        });
        desk = await TenantDesk.Open(silo);
    }

    public async Task DisposeAsync()
    {
        await silo.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData(Cut.Whole)]
    [InlineData(Cut.ByLine)]
    [InlineData(Cut.ByByte)]
    public async Task who_is_taken_and_who_is_not(Cut cut)
    {
        var path = (await Delivered("one")).From;
        await SmtpTalk.Play(silo.Inbound!, Greeting + Taken(path) + Refused(path) + "C: QUIT\nS: 221 *", cut);
    }

    [Fact]
    public Task it_offers_tls_and_no_login_and_says_how_much_it_takes() => SmtpTalk.Play(
        silo.Inbound!,
        """
        S: 220 localhost ESMTP
        C: EHLO mx.example.net
        S: 250-localhost
        S: 250-PIPELINING
        S: 250-SIZE 8388608
        S: 250-8BITMIME
        S: 250-SMTPUTF8
        S: 250-STARTTLS
        S: 250 ENHANCEDSTATUSCODES
        C: MAIL FROM:<> SIZE=8388609
        S: 552 5.3.4 *
        C: STARTTLS
        S: 220 *
        """);

    [Theory]
    [InlineData(Cut.Whole)]
    [InlineData(Cut.ByLine)]
    [InlineData(Cut.ByByte)]
    public async Task a_bounce_and_its_repeat_make_one_event(Cut cut)
    {
        var (from, message) = await Delivered("one");
        var bounce = Mails.Bounce("one@sandbox.test", "failed", "5.1.1");
        await SmtpTalk.Send(silo.Inbound!, "", from, bounce, "250 2.0.0 Ok", cut);
        await SmtpTalk.Send(silo.Inbound!, "", from, bounce, "250 2.0.0 Ok", cut);
        (await desk.Types(message)).ShouldBe(["message.accepted", "message.delivered", "message.late_bounced"]);
    }

    [Fact]
    public async Task a_complaint_finds_its_message_by_the_return_path_in_the_message_that_is_given_back()
    {
        var (from, message) = await Delivered("one");
        var complaint = Mails.Complaint($"Return-Path: <{from}>");
        await SmtpTalk.Send(silo.Inbound!, "fbl@example.net", "abuse@bounces.sandbox.test", complaint, "250 2.0.0 Ok");
        await SmtpTalk.Send(silo.Inbound!, "fbl@example.net", "fbl@example.net", complaint, "250 2.0.0 Ok");
        (await desk.Types(message)).ShouldBe(["message.accepted", "message.delivered", "message.complained"]);
    }

    [Fact]
    public async Task a_forged_return_path_in_a_complaint_changes_nothing()
    {
        var (from, message) = await Delivered("one");
        var complaint = Mails.Complaint($"Return-Path: <{Foreign(from)}>");
        await SmtpTalk.Send(silo.Inbound!, "fbl@example.net", "abuse@bounces.sandbox.test", complaint, "250 *");
        (await desk.Types(message)).ShouldBe(["message.accepted", "message.delivered"]);
    }

    [Theory]
    [InlineData("delayed", "4.4.1")]
    [InlineData("delivered", "2.0.0")]
    public async Task a_report_of_anything_but_failure_is_taken_and_changes_nothing(string action, string status)
    {
        var (from, message) = await Delivered("one");
        await SmtpTalk.Send(
            silo.Inbound!, "", from, Mails.Bounce("one@sandbox.test", action, status), "250 2.0.0 Ok");
        await SmtpTalk.Send(
            silo.Inbound!, "", from, "Auto-Submitted: auto-replied\nSubject: away\n\nI am away.", "250 2.0.0 Ok");
        (await desk.Types(message)).ShouldBe(["message.accepted", "message.delivered"]);
    }

    [Fact]
    public async Task nonsense_is_refused_where_its_sender_can_be_told_and_else_dropped()
    {
        var (from, message) = await Delivered("one");
        await SmtpTalk.Send(
            silo.Inbound!, "ann@example.org", from, "Subject: hello\n\nWho are you?",
            "550 5.7.1 This address takes delivery reports only");
        await SmtpTalk.Send(silo.Inbound!, "", from, "\u0001\u0002 nonsense", "250 2.0.0 Ok");
        await SmtpTalk.Send(silo.Inbound!, "", from, "", "250 2.0.0 Ok");
        (await desk.Types(message)).ShouldBe(["message.accepted", "message.delivered"]);
    }

    [Fact]
    public async Task a_report_to_two_return_paths_is_about_both_whatever_it_names()
    {
        var (first, one) = await Delivered("one");
        var (second, two) = await Delivered("two");
        var (_, third) = await Delivered("three");
        var bounce = Mails.Bounce("three@sandbox.test", "failed", "5.1.1");
        await SmtpTalk.Play(
            silo.Inbound!,
            $"{Greeting}C: RCPT TO:<{first}>\nS: 250 *\nC: RCPT TO:<{second}>\nS: 250 *\nC: DATA\nS: 354 *\n"
                + $"{SmtpTalk.Said(bounce)}\nC: .\nS: 250 2.0.0 Ok\n");
        (await desk.Types(one))[^1].ShouldBe("message.late_bounced");
        (await desk.Types(two))[^1].ShouldBe("message.late_bounced");
        (await desk.Types(third))[^1].ShouldBe("message.delivered");
    }

    [Fact]
    public async Task what_a_person_writes_is_passed_to_the_operator_once()
    {
        const string Letter = "From: Ann <ann@example.org>\nSubject: Stop it\n\nYour customer annoys me.";
        await SmtpTalk.Send(silo.Inbound!, "ann@example.org", "abuse@bounces.sandbox.test", Letter, "250 2.0.0 *");
        await SmtpTalk.Send(silo.Inbound!, "ann@example.org", "abuse@bounces.sandbox.test", Letter, "250 2.0.0 *");
        await SmtpTalk.Send(silo.Inbound!, "ann@example.org", "postmaster@localhost", Letter, "250 2.0.0 *");
        var mails = await OperatorsMail(2);
        mails.ShouldBe(["[abuse@bounces.sandbox.test] Stop it", "[postmaster@localhost] Stop it"]);
    }

    private async Task<string[]> OperatorsMail(int count)
    {
        var key = (await silo.Grains.GetGrain<ITenantGrain>(PlatformSender.Tenant.Value).IssueApiKey("test"))!;
        await silo.Delivered(key.Secret, count);
        return await silo.SandboxSubjects();
    }

    /// <returns>MAIL FROM and id of a message that the sandbox took.</returns>
    private async Task<(string From, MessageId Message)> Delivered(string localPart)
    {
        var message = await desk.Send($"{localPart}@sandbox.test");
        await desk.Happened("message.delivered", message);
        return (await desk.MailFrom(message), message);
    }

    private static string Taken(string path) =>
        $"""
        C: RCPT TO:<{path}>
        S: 250 2.1.5 Recipient OK
        C: RCPT TO:<{path.ToUpperInvariant()}>
        S: 250 2.1.5 Recipient OK
        C: RCPT TO:<{path.Split('@')[0]}@localhost>
        S: 250 2.1.5 Recipient OK
        C: RCPT TO:<abuse@bounces.sandbox.test>
        S: 250 2.1.5 Recipient OK
        C: RCPT TO:<Postmaster>
        S: 250 2.1.5 Recipient OK
        C: RCPT TO:<fbl@example.net>
        S: 250 2.1.5 Recipient OK

        """;

    private string Refused(string path) =>
        $"""
        C: RCPT TO:<{path[..10] + (path[10] == 'a' ? 'b' : 'a') + path[11..]}>
        S: 550 5.1.1 No such address here
        C: RCPT TO:<{Foreign(path)}>
        S: 550 5.1.1 No such address here
        C: RCPT TO:<nobody@bounces.sandbox.test>
        S: 550 5.1.1 No such address here
        C: RCPT TO:<{path.Split('@')[0]}@example.com>
        S: 550 5.7.1 Relaying denied
        C: RCPT TO:<abuse@example.com>
        S: 550 5.7.1 Relaying denied
        C: RCPT TO:<a%example.com@bounces.sandbox.test>
        S: 5*
        C: RCPT TO:<@bounces.sandbox.test:a@example.com>
        S: 5*
        C: AUTH PLAIN AGFwcABzZWNyZXQ=
        S: 5*

        """;

    /// <summary>What another tenant, or another platform, would have made.</summary>
    private string Foreign(string path)
    {
        ReturnPathToken.TryParse(path.Split('@')[0], out var token).ShouldBeTrue();
        var keys = silo.Services.GetRequiredService<ReturnPaths>().Keys!;
        var subject = new ReturnPathSubject(
            "nobody", token!.Submission, token.Recipient, token.Contact!.Value, token.Account!.Value);
        return $"{ReturnPathToken.Make(keys, subject)}@{path.Split('@')[1]}";
    }
}
