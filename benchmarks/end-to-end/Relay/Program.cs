using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Plans;
using Actors.Grains.Platform;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Subscriptions;
using Actors.Grains.Tenants;
using Actors.Mail.Addresses;
using Actors.Relay;
using Actors.Silo.Hosting;

// The silo as a relay for measuring: one tenant whose trusted network is this machine, and every domain routed onward.
var settings = new RelaySettings();
if (!settings.Keep && Directory.Exists(settings.Silo().Data))
    Directory.Delete(settings.Silo().Data, recursive: true);

await using var host = ActorsHost.Build(settings.Silo());
await host.StartAsync();

var grains = host.Services.GetRequiredService<IGrainFactory>();
var tenant = TenantId.Parse("bench");
var account = AccountId.Parse("acc_bench");
await grains.GetGrain<ITenantGrain>(tenant.Value).Create("Benchmark");
var catalogue = grains.GetGrain<IPlanCatalogueGrain>(PlatformKey.Value);
var largest = (await catalogue.Get()).Of(PlanName.Enterprise) with { MessagesPerMonth = null };
await catalogue.SetPlan(PlanName.Enterprise, largest, null);
await grains.GetGrain<ISubscriptionGrain>(tenant.Value).Apply(
    new SubscriptionCommand.SetPlan(PlanName.Enterprise), null);
var smtpAccount = grains.GetGrain<ISmtpAccountGrain>(new AccountKey(tenant, account).ToString());
await smtpAccount.Create(new SmtpAccountDraft("Benchmark", MailStream.Transactional, Approved: true));
await smtpAccount.SetTrustedNetworks(["127.0.0.0/8"], anySender: true);
var platform = grains.GetGrain<IPlatformGrain>(PlatformKey.Value);
foreach (var route in settings.Routes())
    if (await platform.SetRoute(route) is { } refusal)
        throw new InvalidOperationException(refusal);

if (settings.Http is not null)
{
    var owner = grains.GetGrain<ITenantGrain>(tenant.Value);
    await owner.AddAccount(account.Value);
    await owner.AddSender(new VerifiedSender(DomainName.Parse("example.org"), null));
    await File.WriteAllTextAsync(
        Path.Combine(settings.Folder, "api-key"), (await owner.IssueApiKey("benchmark"))!.Secret);
}

Console.WriteLine("READY");
await host.WaitForShutdownAsync();
