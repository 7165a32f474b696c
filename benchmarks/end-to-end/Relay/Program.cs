using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Platform;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Tenants;
using Actors.Relay;
using Actors.Silo.Hosting;

// The silo as a relay for measuring: one tenant whose trusted network is this machine, and every domain routed onward.
var settings = new RelaySettings();
if (Directory.Exists(settings.Silo().Data) && Environment.GetEnvironmentVariable("BENCH_KEEP") is null)
    Directory.Delete(settings.Silo().Data, recursive: true);

await using var host = ActorsHost.Build(settings.Silo());
await host.StartAsync();

var grains = host.Services.GetRequiredService<IGrainFactory>();
var tenant = TenantId.Parse("bench");
var account = AccountId.Parse("acc_bench");
await grains.GetGrain<ITenantGrain>(tenant.Value).Create("Benchmark");
var smtpAccount = grains.GetGrain<ISmtpAccountGrain>(new AccountKey(tenant, account).ToString());
await smtpAccount.Create(new SmtpAccountDraft("Benchmark", MailStream.Transactional, Approved: true));
await smtpAccount.SetTrustedNetworks(["127.0.0.0/8"], anySender: true);
var platform = grains.GetGrain<IPlatformGrain>(PlatformKey.Value);
foreach (var route in settings.Routes())
    if (await platform.SetRoute(route) is { } refusal)
        throw new InvalidOperationException(refusal);

Console.WriteLine("READY");
await host.WaitForShutdownAsync();
