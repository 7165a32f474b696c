using System.Net;
using System.Net.Http.Headers;
using Actors.Grains.Contacts;
using Actors.Grains.Couriers;
using Actors.Grains.Credentials;
using Actors.Grains.Destinations;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.Messages;
using Actors.Grains.Outbox;
using Actors.Grains.Platform;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Grains.Unsubscribing;
using Actors.Mail.Addresses;
using Actors.Mail.Macs;
using Actors.Storage;
using Actors.Storage.Secrets;
using Actors.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Actors.Api.Tests.Harness;

/// <summary>The real gateway on a real port, over the real grains and a database in a folder of its own.</summary>
public sealed class TestGateway : IAsyncDisposable
{
    private const string OperatorKey = "op_operatoroperatoroperatoroperator";

    /// <summary>Most tests leave their attempts open, so there must be room for all.</summary>
    private const int AttemptsMax = 1_000_000;

    /// <summary>Of a password: below what the options allow, as most tests are not about them.</summary>
    private const int CheapIterations = 1_000;

    private readonly string folder = Directory.CreateTempSubdirectory("actors-api-").FullName;
    private readonly WebApplication app;
    private int tenants;
    private int networks;

    private TestGateway(Action<ApiOptions> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var services = builder.Services;
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<Ids>();
        services.AddSingleton<IIdSource>(all => all.GetRequiredService<Ids>());
        services.AddSingleton<IChance>(all => all.GetRequiredService<Ids>());
        services.AddSingleton(new LifecycleOptions());
        services.AddSingleton(new ContactOptions());
        services.AddSingleton(new CourierOptions { ConnectionsMax = AttemptsMax });
        services.AddSingleton(new DestinationOptions { ConnectionsMax = AttemptsMax });
        services.AddSingleton<IPublicUrl, ExamplePublicUrl>();
        AddLinks(services);
        services.AddSingleton<HeldMail>();
        AddDomains(services);
        services.AddSingleton<IRouting, Routing>();
        services.AddSingleton<IEgressGuard, LoopbackGuard>();
        services.AddSingleton<IAccountChecks, AnsweredChecks>();
        services.AddSingleton<ISecretBox>(all => new SecretBox(
            SecretKeys.Of(1, new byte[SecretKeys.KeyLength]), all.GetRequiredService<IIdSource>()));
        services.AddSingleton<IPlatformDirectory, NoDirectory>();
        services.AddSenders();
        services.AddSingleton<IDeliveries>(Wire);
        services.AddSingleton<IReadiness>(Readiness);
        services.Configure<ApiOptions>(options => options.TrustedProxies = [IPNetwork.Parse("127.0.0.0/8")]);
        services.Configure(configure);
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering().AddReminders()
            .AddActorsStorage(new StorageOptions { Folder = folder }));
        services.AddSingleton(all => new ObservedEvents(all.GetRequiredService<Actors.Storage.Store>().Events));
        services.AddSingleton<IEventReader>(all => all.GetRequiredService<ObservedEvents>());
        services.AddSingleton(all => new FailingStore(all.GetRequiredService<Actors.Storage.Store>().Submissions));
        services.AddSingleton<ISubmissionStore>(all => all.GetRequiredService<FailingStore>());
        services.AddActorsApi();
        app = builder.Build();
        app.MapActorsApi();
    }

    private static void AddLinks(IServiceCollection services)
    {
        services.AddSingleton<LinkIssuer>();
        services.AddSingleton(all => new UnsubscribeLinks(
            () => MacKeys.Of(new MacKey(1, new byte[MacKey.SecretLength])), all.GetRequiredService<IPublicUrl>()));
        services.AddSingleton<IUnsubscribeLinks>(all => all.GetRequiredService<UnsubscribeLinks>());
    }

    private void AddDomains(IServiceCollection services)
    {
        services.AddSingleton(new DomainOptions { Zone = DomainName.Parse("mail.example.net") });
        services.AddSingleton<DomainSurroundings>();
        services.AddSingleton<IDomainWorks>(Dns);
        services.AddSingleton<IDomainDirectory, NoDomainDirectory>();
        services.AddSingleton<IZoneExport>(Zone);
    }

    public ManualTime Time { get; } = new();

    public Wire Wire { get; } = new();

    internal SilentDns Dns { get; } = new();

    internal ExampleZone Zone { get; } = new();

    public SwitchableReadiness Readiness { get; } = new();

    public ObservedEvents Events => app.Services.GetRequiredService<ObservedEvents>();

    public FailingStore Store => app.Services.GetRequiredService<FailingStore>();

    public IServiceProvider Services => app.Services;

    public ApiOptions Settings => Services.GetRequiredService<IOptions<ApiOptions>>().Value;

    public IGrainFactory Grains => app.Services.GetRequiredService<IGrainFactory>();

    public Uri Address => new(app.Urls.Single());

    /// <summary>With the operator's key.</summary>
    public HttpClient Operator { get; private set; } = null!; // set by Start

    /// <summary>Without a key.</summary>
    public HttpClient Stranger { get; private set; } = null!; // set by Start

    public static async Task<TestGateway> Start(Action<ApiOptions>? configure = null)
    {
        var gateway = new TestGateway(configure ?? (_ => { }));
        gateway.Wire.Grains = gateway.Grains;
        await gateway.app.StartAsync();
        gateway.Settings.PasswordIterations = CheapIterations;
        await gateway.Grains.GetGrain<IPlatformGrain>(PlatformKey.Value).SetOperatorKey(Secret.Hash(OperatorKey));
        await PlatformAccount.Prepare(gateway.Grains);
        gateway.Operator = gateway.Client(OperatorKey);
        gateway.Stranger = gateway.Client(null);
        return gateway;
    }

    /// <summary>A client in a network of its own.</summary>
    public HttpClient Client(string? key)
    {
        var client = new HttpClient { BaseAddress = Address, Timeout = Patience.Max };
        var network = Interlocked.Increment(ref networks);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", $"198.18.{network / 256}.{network % 256}");
        if (key is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>A tenant with the approved account <c>acc_shop</c> and the verified domain
    /// <c>shop.example</c>.</summary>
    public async Task<TestTenant> NewTenant()
    {
        var id = $"tenant-{Interlocked.Increment(ref tenants)}";
        await Operator.Post("/v1/admin/tenants", $$"""{"id":"{{id}}","name":"Tenant"}""").Status(201);
        await Operator.Post($"/v1/admin/tenants/{id}/senders", """{"sender":"shop.example"}""").Status(201);
        await Operator.Post(
            $"/v1/admin/tenants/{id}/smtp-accounts", """{"id":"acc_shop","name":"Shop","approved":true}""").Status(201);
        var key = await Operator.Post($"/v1/admin/tenants/{id}/api-keys", """{"name":"test"}""").Status(201);
        var secret = key.Text("key");
        return new TestTenant(TenantId.Parse(id), key.Text("id"), secret, Client(secret));
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

/// <param name="Http">With the tenant's key.</param>
public sealed record TestTenant(TenantId Id, string KeyId, string Key, HttpClient Http)
{
    /// <summary>From now on a From that is not proved is refused.</summary>
    public Task Hosted() => Http.Put("/v1/way-out", """{"way_out":"hosted"}""").Status(200);

    /// <summary>Waits by long poll until an event of that type is in the log.</summary>
    /// <param name="recipient">rcp_... that it is of; null for any.</param>
    public async Task UntilEvent(string type, string? recipient = null)
    {
        var after = "0";
        while (true)
        {
            var page = await Http.Get($"/v1/events?wait=20&after={after}").Status(200);
            foreach (var happened in page.Json.GetProperty("data").EnumerateArray())
            {
                if (happened.GetProperty("type").GetString() == type
                    && (recipient is null || happened.GetProperty("recipient").GetString() == recipient))
                    return;
            }

            after = page.Text("next");
        }
    }
}
