using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Mail.Addresses;
using Actors.Silo.Configuration;
using Actors.Silo.FirstStart;
using Actors.Silo.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Actors.Silo.Tests.Inbound;

/// <summary>What arrives, where it is not the usual bounce of a delivered message.</summary>
public sealed class InboundEffectTests : IDisposable
{
    private const string Ada = "ada@example.com";
    private readonly Folder folder = new();
    private string apiKey = "";

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task a_bounce_of_an_erased_message_reaches_the_contact_that_the_report_names()
    {
        await using var silo = await Start();
        var message = Paths.Erased(1);
        var path = Paths.Of(silo, message, Ada);
        var bounce = Mails.Bounce("Ada@example.com", "failed", "5.1.1");

        await SmtpTalk.Send(silo.Inbound!, "", path, bounce, "250 2.0.0 Ok");
        await SmtpTalk.Send(silo.Inbound!, "", path, bounce, "250 2.0.0 Ok");

        var ada = await Contact(silo, Ada);
        ada!.Standing.ShouldBe(ContactStanding.Bounced);
        ada.History.Count(change => change.What == ContactHappening.Bounced).ShouldBe(1);
        ada.Entries.ShouldHaveSingleItem().Message.ShouldBe(message);
    }

    [Fact]
    public async Task a_complaint_about_an_erased_message_reaches_the_contact_whose_hash_begins_so()
    {
        await using var silo = await Start();
        await silo.Grains.Contact(ContactKey.Of(Beginning.Tenant, EmailAddress.Parse(Ada))).Ask(
            new ContactCommand.Put(
                EmailAddress.Parse(Ada), ImmutableDictionary<string, string>.Empty, [],
                ContactOrigin.Api),
            null);
        var complaint = Mails.Complaint($"Return-Path: <{Paths.Of(silo, Paths.Erased(2), Ada)}>");

        await SmtpTalk.Send(silo.Inbound!, "fbl@example.net", "abuse@bounces.sandbox.test", complaint, "250 2.0.0 Ok");

        (await Contact(silo, Ada))!.Standing.ShouldBe(ContactStanding.Complained);
    }

    [Fact]
    public async Task what_is_erased_and_unknown_is_taken_and_changes_nothing()
    {
        await using var silo = await Start();
        var path = Paths.Of(silo, Paths.Erased(3), Ada);
        var bounce = Mails.Bounce("bob@example.net", "failed", "5.1.1");

        await SmtpTalk.Send(silo.Inbound!, "", path, bounce, "250 2.0.0 Ok");

        (await Contact(silo, Ada)).ShouldBeNull();
        (await Contact(silo, "bob@example.net")).ShouldBeNull();
    }

    [Fact]
    public async Task a_complaint_before_the_delivery_is_applied()
    {
        await using var silo = await Start();
        var desk = TenantDesk.Of(silo, apiKey);
        var message = await desk.Send(Ada); // held: live delivery is off
        await desk.Happened("message.held", message);

        await SmtpTalk.Send(
            silo.Inbound!, "fbl@example.net", Paths.Of(silo, message, Ada), Mails.Complaint("Subject: hello"),
            "250 2.0.0 Ok");

        (await desk.Types(message)).ShouldBe(["message.accepted", "message.held", "message.complained"]);
    }

    [Fact]
    public async Task while_the_store_takes_nothing_the_answer_is_451_and_the_repeat_counts()
    {
        var isDown = true;
        var contacts = new GatedContacts(
            () => isDown ? throw new StoreUnavailableException("the disk is full") : Task.CompletedTask);
        await using var silo = await Start(
            services: services => services.Replace(ServiceDescriptor.Singleton<IContactReader>(contacts)));
        var path = Paths.Of(silo, Paths.Erased(4), Ada);
        var bounce = Mails.Bounce("bob@example.net", "failed", "5.1.1");

        await SmtpTalk.Send(silo.Inbound!, "", path, bounce, "451 4.3.0 It could not be stored, try again later");
        isDown = false;
        await SmtpTalk.Send(silo.Inbound!, "", path, bounce, "250 2.0.0 Ok");
    }

    [Fact]
    public async Task hosts_of_tenants_own_are_taken_and_other_names_of_theirs_are_not()
    {
        await using var silo = await Start(
            settings => settings with { Domains = new() { Zone = "platform.example" } });
        var domain = new DomainKey(Beginning.Tenant, DomainName.Parse("shop.example"));
        var registered = await silo.Grains.GetGrain<IDomainGrain>(domain.ToString()).Register(new DomainDraft());
        registered.Refusal.ShouldBeNull();

        await SmtpTalk.Play(
            silo.Inbound!,
            $"""
            S: 220 *
            C: HELO mx.example.net
            S: 250 *
            C: MAIL FROM:<>
            S: 250 *
            C: RCPT TO:<{Paths.Of(silo, Paths.Erased(5), Ada, "bounce.shop.example")}>
            S: 250 *
            C: RCPT TO:<{Paths.Of(silo, Paths.Erased(5), Ada, "rp.platform.example")}>
            S: 250 *
            C: RCPT TO:<{Paths.Of(silo, Paths.Erased(5), Ada, "any.rp.platform.example")}>
            S: 250 *
            C: RCPT TO:<abuse@bounce.shop.example>
            S: 250 *
            C: RCPT TO:<info@bounce.shop.example>
            S: 550 5.1.1 *
            C: RCPT TO:<abuse@shop.example>
            S: 550 5.7.1 *
            C: RCPT TO:<abuse@bounce.other.example>
            S: 550 5.7.1 *
            """);
    }

    private async Task<RunningSilo> Start(
        Func<SiloSettings, SiloSettings>? change = null, Action<IServiceCollection>? services = null)
    {
        var silo = await RunningSilo.Start(
            folder.Data,
            settings => (change ?? (same => same))(settings with { Inbound = new() { Listen = "127.0.0.1:0" } }),
            services);
        apiKey = (await silo.Beginning.Prepare())!.ApiKey;
        return silo;
    }

    private static async Task<ContactView?> Contact(RunningSilo silo, string address) =>
        (await silo.Grains.Contact(ContactKey.Of(Beginning.Tenant, EmailAddress.Parse(address))).Get()).Value;
}
