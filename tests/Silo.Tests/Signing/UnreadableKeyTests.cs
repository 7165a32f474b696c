using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Actors.Silo.Tests.Harness;
using Actors.Testing;

namespace Actors.Silo.Tests.Signing;

/// <summary>A sender's key that this process cannot read, for want of the secret key that it was sealed with.</summary>
public sealed class UnreadableKeyTests : IDisposable
{
    private const string Sender = "demo.news@mail.platform.test";

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task mail_waits_for_a_key_that_cannot_be_read_and_goes_signed_once_it_can()
    {
        string key;
        await using (var silo = await Start())
            key = (await silo.Beginning.Prepare())!.ApiKey;

        var first = File.ReadAllText(SecretKeys);
        File.WriteAllText(SecretKeys, $"{first.TrimEnd()}\n2 {Convert.ToBase64String(new byte[32])}\n");
        var both = File.ReadAllText(SecretKeys);
        await using (var silo = await Start())
        {
            LogIn(silo, key);
            await Certify(silo);
        }

        File.WriteAllText(SecretKeys, first);
        await using (var silo = await Start())
        {
            LogIn(silo, key);
            await Send(silo);
            (await FirstHeld(silo)).GetRawText().ShouldContain("signature_unavailable");
            (await silo.SandboxMails()).ShouldBeEmpty();
        }

        File.WriteAllText(SecretKeys, both);
        await using (var silo = await Start())
        {
            await silo.Delivered(key, 1);
            var mail = (await silo.SandboxMails()).ShouldHaveSingleItem();
            (await silo.Http.GetStringAsync($"/v1/sandbox/messages/{mail.GetProperty("id").GetString()}/raw"))
                .ShouldContain("multipart/signed");
        }
    }

    private string SecretKeys => Path.Combine(folder.Data, "secret-keys");

    private Task<RunningSilo> Start() => RunningSilo.Start(
        folder.Data,
        settings => settings with
        {
            Domains = new() { Zone = "mail.platform.test", SendingNetworks = "192.0.2.1/32" },
            Delivery = settings.Delivery with { DnsServers = "127.0.0.1:9" }, // nobody answers
        });

    private static void LogIn(RunningSilo silo, string key) =>
        silo.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);

    private static async Task Certify(RunningSilo silo)
    {
        using var registered = await silo.Http.PostAsJsonAsync("/v1/senders", new { email = Sender });
        registered.EnsureSuccessStatusCode();
        var sender = await registered.Content.ReadFromJsonAsync<JsonElement>();
        using var uploaded = await silo.Http.PutAsJsonAsync(
            $"/v1/senders/{sender.GetProperty("id").GetString()}/certificate",
            new { file = Convert.ToBase64String(Identity()), password = "secret" });
        uploaded.EnsureSuccessStatusCode();
    }

    private static async Task Send(RunningSilo silo)
    {
        using var sent = await silo.Http.PostAsJsonAsync("/v1/messages", new
        {
            smtp_account = "acc_demo",
            from = Sender,
            to = new[] { "delivered@sandbox.test" },
            subject = "a",
            text = "b",
        });
        sent.EnsureSuccessStatusCode();
    }

    private static async Task<JsonElement> FirstHeld(RunningSilo silo)
    {
        using var limit = Patience.Limit();
        for (var after = "0"; ;)
        {
            var page = await silo.Http.GetFromJsonAsync<JsonElement>($"/v1/events?after={after}&wait=20", limit.Token);
            foreach (var item in page.GetProperty("data").EnumerateArray())
                if (item.GetProperty("type").GetString() == "message.held")
                    return item;
            after = page.GetProperty("next").GetString()!;
        }
    }

    private static byte[] Identity()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Shop", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddEmailAddress(Sender);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        return certificate.Export(X509ContentType.Pkcs12, "secret");
    }
}
