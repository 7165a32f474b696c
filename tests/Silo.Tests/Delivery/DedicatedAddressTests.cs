using System.Net;
using System.Net.Http.Json;
using Actors.Grains.Ids;
using Actors.Grains.Plans;
using Actors.Grains.Platform;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Subscriptions;
using Actors.Grains.Tenants;
using Actors.Mail.Addresses;
using Actors.Silo.Tests.Harness;
using Actors.Smtp.Tests.Client;

namespace Actors.Silo.Tests.Delivery;

/// <summary>The whole server with a second address of loopback.</summary>
public sealed class DedicatedAddressTests : IDisposable
{
    private static readonly AccountKey Account = new(TenantId.Parse("demo"), AccountId.Parse("acc_own_ip"));
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task mail_of_an_account_with_a_dedicated_address_leaves_from_there_and_all_other_does_not()
    {
        await using var receiver = new FakeServer();
        await using var silo = await RunningSilo.Start(
            folder.Data, settings => settings with
            {
                Delivery = settings.Delivery with { AllowedNetworks = "127.0.0.0/8" },
            });
        var key = (await silo.Beginning.Prepare())!.ApiKey;
        await silo.Grains.GetGrain<ITenantGrain>("demo").AddSender(
            new VerifiedSender(DomainName.Parse("shop.example"), null));
        await silo.Grains.GetGrain<IPlatformGrain>(PlatformKey.Value)
            .SetRoute(new StaticRoute("*", "127.0.0.1", receiver.Port, null));
        await MakeDedicated(silo);

        await Send(silo, key, "acc_demo");
        await silo.Delivered(key, 1);
        await Send(silo, key, Account.Account.Value);
        await silo.Delivered(key, 2);

        receiver.Clients.ShouldBe([IPAddress.Loopback, IPAddress.Parse("127.0.0.2")]);
        receiver.Commands.ShouldContain("EHLO mail2.example.net");
    }

    private static async Task MakeDedicated(RunningSilo silo)
    {
        (await silo.Grains.GetGrain<ISubscriptionGrain>("demo").Apply(
            new SubscriptionCommand.SetAddOn(AddOn.DedicatedIp, 1), null)).Refusal.ShouldBeNull();
        var account = silo.Grains.GetGrain<ISmtpAccountGrain>(Account.ToString());
        var settings = new AccountSettings
        {
            Name = "Own IP", Email = EmailAddress.Parse("a@shop.example"), DedicatedIp = true,
        };
        (await account.Ask(new AccountRequest(settings, AccountSecrets.None, null, null))).Refusal.ShouldBeNull();
        (await account.SendFrom(new SourceAddress("192.0.2.99", null))).Refusal.ShouldNotBeNull().Detail
            .ShouldContain("no address of this host");
        (await account.Approve()).ShouldNotBeNull();
        (await account.SendFrom(new SourceAddress("127.0.0.2", "mail2.example.net"))).Refusal.ShouldBeNull();
        (await account.Approve()).ShouldBeNull();
    }

    private static async Task Send(RunningSilo silo, string key, string account)
    {
        silo.Http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        using var sent = await silo.Http.PostAsJsonAsync("/v1/messages", new
        {
            smtp_account = account,
            from = "a@shop.example",
            to = new[] { "ann@example.org" },
            subject = "s",
            text = "t",
        });
        sent.EnsureSuccessStatusCode();
    }
}
