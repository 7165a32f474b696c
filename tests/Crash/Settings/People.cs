using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace Actors.Crash.Settings;

/// <summary>Senders, users, keys and addresses, with the links in mails that prove them.</summary>
internal static class People
{
    /// <summary>The operator vouches for it, so that its senders need no DNS.</summary>
    private const string Domain = "crash.test";

    private const string Signer = "signer@" + Domain;
    private const string User = "user@" + Domain;
    private const string Tester = "tester@" + Domain;
    private const string Password = "correct horse battery";

    private static readonly (string Fingerprint, string File)[] Certificates = [NewCertificate(), NewCertificate()];

    /// <summary>Before the first kill.</summary>
    public static async Task Prepare(Desk desk)
    {
        await desk.Operator.Do(HttpMethod.Post, "admin/tenants/demo/senders", new JsonObject { ["sender"] = Domain });
        await desk.Customer.Do(HttpMethod.Post, "senders", new JsonObject { ["email"] = Signer });
    }

    public static IEnumerable<Setting> Make(int number) =>
        [Sender($"sender-{number}@{Domain}"), Signing(), Member(), TestAddress(), new ApiKeySetting().Setting];

    private static Setting Sender(string address) => new(
        $"sender {address}", ["confirmed"],
        async (desk, _) =>
        {
            if (await Mailroom.Find(desk.Customer, "senders", address) is null)
                await desk.Customer.Do(HttpMethod.Post, "senders", new JsonObject { ["email"] = address });
            await Mailroom.Follow(desk, address, async () => await Confirmed(desk, address) is not null);
        },
        desk => Confirmed(desk, address));

    private static async Task<string?> Confirmed(Desk desk, string address) =>
        (string?)(await Mailroom.Find(desk.Customer, "senders", address))?["status"] == "confirmed"
            ? "confirmed" : null;

    /// <summary>A certificate that opens is known by its fingerprint.</summary>
    private static Setting Signing() => new(
        "certificate", [.. Certificates.Select(one => one.Fingerprint), null],
        async (desk, fingerprint) =>
        {
            var path = $"senders/{await SignerId(desk)}/certificate";
            if (fingerprint is null)
                await desk.Customer.Do(HttpMethod.Delete, path);
            else
                await desk.Customer.Do(HttpMethod.Put, path, new JsonObject
                {
                    ["file"] = Certificates.First(one => one.Fingerprint == fingerprint).File,
                    ["password"] = Password,
                });
        },
        async desk => Fingerprint(await desk.Customer.Get($"senders/{await SignerId(desk)}")),
        async desk => Fingerprint(await Mailroom.Find(desk.Customer, "senders", Signer)));

    private static string? Fingerprint(JsonNode? sender) =>
        ((string?)sender?["certificate"]?["fingerprint"])?.ToUpper(CultureInfo.InvariantCulture);

    private static async Task<string> SignerId(Desk desk) =>
        (string)(await Mailroom.Find(desk.Customer, "senders", Signer))!["id"]!;

    private static Setting Member() => new(
        "user", ["active", null],
        async (desk, wanted) =>
        {
            var known = await Mailroom.Find(desk.Customer, "users", User);
            if (wanted is null)
            {
                if (known is not null)
                    await desk.Customer.Do(HttpMethod.Delete, $"users/{known["id"]}");
                return;
            }

            if (known is null)
                await desk.Customer.Do(
                    HttpMethod.Post, "users", new JsonObject { ["email"] = User, ["role"] = "sender" });
            await Mailroom.Follow(
                desk, User, async () => await Active(desk) is not null, ("password", Password));
        },
        Active);

    private static async Task<string?> Active(Desk desk) =>
        (string?)(await Mailroom.Find(desk.Customer, "users", User))?["status"] == "active" ? "active" : null;

    private static Setting TestAddress() => new(
        "test address", ["verified", null],
        async (desk, wanted) =>
        {
            if (wanted is null)
            {
                await desk.Customer.Do(HttpMethod.Delete, $"test-addresses/{Tester}");
                return;
            }

            if (await Mailroom.Find(desk.Customer, "test-addresses", Tester) is null)
                await desk.Customer.Do(HttpMethod.Post, "test-addresses", new JsonObject { ["email"] = Tester });
            await Mailroom.Follow(desk, Tester, async () => await Verified(desk) is not null);
        },
        Verified);

    private static async Task<string?> Verified(Desk desk) =>
        (bool?)(await Mailroom.Find(desk.Customer, "test-addresses", Tester))?["verified"] == true ? "verified" : null;

    private static (string Fingerprint, string File) NewCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={Signer}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddEmailAddress(Signer);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(365));
        return (
            certificate.GetCertHashString(HashAlgorithmName.SHA256),
            Convert.ToBase64String(certificate.Export(X509ContentType.Pkcs12, Password)));
    }

    /// <summary>A key opens from the moment it was shown until its deletion was answered.</summary>
    private sealed class ApiKeySetting
    {
        private string? id;
        private string? secret;

        public Setting Setting => new("API key", ["opens", null], Write, Read, Listed);

        private async Task Write(Desk desk, string? wanted)
        {
            if (wanted is null)
            {
                if (id is not null)
                    await desk.Customer.Do(HttpMethod.Delete, $"api-keys/{id}");
                return;
            }

            var issued = await desk.Customer.Do(HttpMethod.Post, "api-keys", new JsonObject { ["name"] = "crash" });
            (id, secret) = ((string)issued!["id"]!, (string)issued["key"]!);
        }

        private async Task<string?> Read(Desk desk) =>
            secret is not null && await desk.Customer.Opens("tenant", secret) ? "opens" : null;

        private async Task<string?> Listed(Desk desk) => id is not null
            && (await desk.Customer.List("api-keys")).Any(one => (string?)one["id"] == id) ? "opens" : null;
    }
}
