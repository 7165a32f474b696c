using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Actors.Dns;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.PlatformMails;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Tenants;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Dkim.Verifying;
using Actors.Silo.Configuration;
using Actors.Silo.Domains;
using Actors.Silo.Tests.Harness;
using Actors.Testing;

namespace Actors.Silo.Tests.Domains;

/// <summary>The whole server with Knot DNS as the primary of its zone.</summary>
public sealed class SendingDomainTests : IDisposable
{
    private const string Secret = "c2l4dGVlbi1vY3RldHMtb3ItbW9yZS1vZi1zZWNyZXQ=";
    private static readonly DomainName Zone = DomainName.Parse("mail.platform.test");
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [RequiresProgramFact("knotd")]
    public async Task keys_are_made_published_found_and_sign_mail_that_leaves_by_the_own_return_path()
    {
        await using var knot = await Serve();
        await using var silo = await RunningSilo.Start(folder.Data, settings => With(settings, knot));
        var key = (await silo.Beginning.Prepare())!.ApiKey;
        await UntilVerified(silo);
        var tenant = silo.Grains.GetGrain<ITenantGrain>("demo");
        await tenant.AddSender(new VerifiedSender(Zone, null));
        silo.Http.DefaultRequestHeaders.Authorization = new("Bearer", key);

        using var sent = await silo.Http.PostAsJsonAsync("/v1/messages", new
        {
            smtp_account = "acc_demo",
            from = $"demo@{Zone}",
            to = new[] { "delivered@sandbox.test" },
            subject = "hello",
            text = "text",
        });

        sent.EnsureSuccessStatusCode();
        await silo.Delivered(key, 1);
        var mail = (await silo.Http.GetFromJsonAsync<JsonElement>("/v1/sandbox/messages")).GetProperty("data")[0];
        mail.GetProperty("mail_from").GetString()!.ShouldEndWith($"@bounce.{Zone}>");
        var raw = await silo.Http.GetByteArrayAsync($"/v1/sandbox/messages/{mail.GetProperty("id").GetString()}/raw");
        using var resolver = Resolver(knot);
        var results = await DkimVerification.Verify(
            raw, new ResolverLookup(resolver), TimeProvider.System.GetUtcNow(), CancellationToken.None);
        results.Select(result => (result.Status, result.Domain?.Ascii))
            .ShouldBe([(DkimStatus.Pass, Zone.Ascii)]);
    }

    [RequiresProgramFact("knotd")]
    public async Task mail_of_nobodys_domain_leaves_from_the_tenants_address_signed_and_aligned()
    {
        await using var knot = await Serve();
        await using var silo = await RunningSilo.Start(folder.Data, settings => With(settings, knot));
        var key = (await silo.Beginning.Prepare())!.ApiKey;
        await UntilVerified(silo);
        silo.Http.DefaultRequestHeaders.Authorization = new("Bearer", key);

        using var sent = await silo.Http.PostAsJsonAsync("/v1/messages", new
        {
            smtp_account = "acc_demo",
            from = "Ann <ann@club.example>",
            to = new[] { "delivered@sandbox.test" },
            subject = "hello",
            text = "text",
        });

        sent.EnsureSuccessStatusCode();
        await silo.Delivered(key, 1);
        var mail = (await silo.Http.GetFromJsonAsync<JsonElement>("/v1/sandbox/messages")).GetProperty("data")[0];
        mail.GetProperty("mail_from").GetString()!.ShouldEndWith($"@bounce.{Zone}>");
        var raw = await silo.Http.GetByteArrayAsync($"/v1/sandbox/messages/{mail.GetProperty("id").GetString()}/raw");
        var text = Encoding.ASCII.GetString(raw);
        text.ShouldContain($"\r\nFrom: Ann <demo@{Zone}>\r\n");
        text.ShouldContain("\r\nReply-To: Ann <ann@club.example>\r\n");
        using var resolver = Resolver(knot);
        var results = await DkimVerification.Verify(
            raw, new ResolverLookup(resolver), TimeProvider.System.GetUtcNow(), CancellationToken.None);
        results.Select(result => (result.Status, result.Domain?.Ascii))
            .ShouldBe([(DkimStatus.Pass, Zone.Ascii)]); // the domain of From
    }

    private static SiloSettings With(SiloSettings settings, Knot knot)
    {
        var key = Path.Combine(Directory.CreateDirectory(settings.Data).FullName, "update.key");
        File.WriteAllText(key, $"actors {Secret}\n");
        return settings with
        {
            HostName = "mx.platform.test",
            Domains = new()
            {
                Zone = Zone.Ascii, SendingNetworks = "192.0.2.1/32", UpdateServer = $"{knot.EndPoint}", UpdateKey = key,
            },
            Delivery = settings.Delivery with { DnsServers = $"{knot.EndPoint}" },
        };
    }

    private static Task<Knot> Serve() => Knot.Start(Zone.Ascii, $"""
        {Zone}. 300 IN SOA ns.{Zone}. hostmaster.{Zone}. (1 3600 600 86400 60)
        {Zone}. 300 IN NS ns.{Zone}.
        ns.{Zone}. 300 IN A 127.0.0.1

        """, "actors.", Secret);

    private static StubResolver Resolver(Knot knot) => new(
        new ResolverOptions { Servers = [knot.EndPoint] }, TimeProvider.System, new SecureRandom());

    /// <summary>Making keys and asking DNS takes as long as it takes.</summary>
    private static async Task UntilVerified(RunningSilo silo)
    {
        var domain = silo.Grains.GetGrain<IDomainGrain>(new DomainKey(PlatformSender.Tenant, Zone).ToString());
        using var limit = Patience.Limit();
        using var timer = new PeriodicTimer(LookAgain, TimeProvider.System);
        while ((await domain.Policy())?.MaySend != true)
            await timer.WaitForNextTickAsync(limit.Token);
    }
}
