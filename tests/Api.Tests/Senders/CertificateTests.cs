using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Actors.Api.Tests.Harness;
using Actors.Grains.Ids;
using Actors.Grains.Senders;
using Actors.Mail.Addresses;

namespace Actors.Api.Tests.Senders;

[Collection(Gateway.Name)]
public sealed class CertificateTests(Gateway gateway)
{
    private const string Password = "correct horse";

    private static readonly DateTimeOffset Begin = new(2029, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task a_certificate_is_checked_shown_kept_sealed_and_removed()
    {
        var (tenant, path, address) = await Sender();
        using var certificate = Make(address, Begin, Begin.AddYears(1));
        var set = await Put(tenant, path, File(certificate)).Status(200);

        var shown = set.Json.GetProperty("certificate");
        shown.GetProperty("subject").GetString().ShouldBe("CN=Orders");
        shown.GetProperty("valid_until").GetString().ShouldBe("2030-12-01T00:00:00.000Z");
        shown.GetProperty("fingerprint").GetString().ShouldBe(certificate.GetCertHashString(HashAlgorithmName.SHA256));
        (await tenant.Http.Get(path).Status(200)).Body.ShouldBe(set.Body);
        var key = SenderKey.Of(tenant.Id, EmailAddress.Parse(address));
        var stored = (await gateway.Grains.GetGrain<ISenderGrain>(key.ToString()).Certificate()).ShouldNotBeNull();
        stored.Sealed.ShouldNotContain(Convert.ToBase64String(certificate.RawData)[..40]);

        var removed = await tenant.Http.Delete($"{path}/certificate").Status(200);
        removed.Json.TryGetProperty("certificate", out _).ShouldBeFalse();
        await tenant.Http.Delete($"{path}/certificate").Status(200);
    }

    [Fact]
    public async Task what_cannot_sign_for_the_sender_is_refused_by_its_reason()
    {
        var (tenant, path, address) = await Sender();
        using var others = Make("eve@shop.example", Begin, Begin.AddYears(1));
        using var expired = Make(address, Begin, Begin.AddDays(1));
        using var future = Make(address, Begin.AddYears(1), Begin.AddYears(2));
        using var good = Make(address, Begin, Begin.AddYears(1));
        await Refused(tenant, path, File(others), "not_the_sender");
        await Refused(tenant, path, File(expired), "expired");
        await Refused(tenant, path, File(future), "not_yet_valid");
        (await Put(tenant, path, File(good), "wrong").Problem(422, "invalid_field"))
            .Places.ShouldBe(["wrong_password /password"]);
        await Refused(tenant, path, [1, 2, 3], "malformed");
        (await tenant.Http.Put($"{path}/certificate", """{"file":"*"}""").Problem(422, "invalid_field"))
            .Places.ShouldBe(["base64 /file"]);
        (await tenant.Http.Get(path).Status(200)).Json.TryGetProperty("certificate", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task five_megabytes_are_refused_before_they_are_read()
    {
        var (tenant, path, _) = await Sender();
        await Put(tenant, path, new byte[5 * 1024 * 1024]).Problem(413, "too_large");
    }

    [Fact]
    public async Task a_file_that_would_take_long_to_open_is_refused_at_once()
    {
        var (tenant, path, address) = await Sender();
        using var certificate = Make(address, Begin, Begin.AddYears(1));
        var slow = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 700_000);

        await Refused(tenant, path, certificate.ExportPkcs12(slow, Password), "too_expensive");
    }

    private async Task<(TestTenant Tenant, string Path, string Address)> Sender()
    {
        var tenant = await gateway.NewTenant();
        var address = $"{tenant.Id}@shop.example";
        var made = await tenant.Http.Post("/v1/senders", $$"""{"email":"{{address}}"}""").Status(201);
        return (tenant, $"/v1/senders/{made.Text("id")}", address);
    }

    private static async Task Refused(TestTenant tenant, string path, byte[] file, string code)
    {
        var refused = await Put(tenant, path, file).Problem(422, "invalid_field");
        refused.Places.ShouldBe([$"{code} /file"]);
    }

    private static Task<Answer> Put(TestTenant tenant, string path, byte[] file, string password = Password) =>
        tenant.Http.Put($"{path}/certificate", new JsonObject
        {
            ["file"] = Convert.ToBase64String(file), ["password"] = password,
        }.ToJsonString());

    private static byte[] File(X509Certificate2 certificate) => certificate.Export(X509ContentType.Pkcs12, Password);

    private static X509Certificate2 Make(string address, DateTimeOffset begin, DateTimeOffset end)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Orders", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddEmailAddress(address);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(begin, end);
    }
}
