using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Actors.Silo.Configuration;
using Actors.Silo.Tests.Harness;
using Actors.Silo.Tls;
using Actors.Testing;
using Microsoft.Extensions.Logging;

namespace Actors.Silo.Tests.Tls;

/// <summary>Replaced certificate files are used without a restart, and bad ones are not.</summary>
public sealed class CertificateStoreTests : IDisposable
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    private readonly Folder folder = new();
    private readonly ManualTime time = new(TimeProvider.System.GetUtcNow());
    private readonly RecordedLog log = new();
    private string certificate;
    private string key;
    private int changes;

    public CertificateStoreTests()
    {
        var (first, firstKey) = Certificates.Write(folder, "first.example", Year);
        certificate = folder.Write("served.pem", File.ReadAllText(first));
        key = folder.Write("served-key.pem", File.ReadAllText(firstKey));
        Touch(certificate);
        Touch(key);
    }

    public void Dispose() => folder.Dispose();

    private CertificateStore Open()
    {
        var store = new CertificateStore(
            new SiloSettings { Submission = new() { Certificate = certificate, CertificateKey = key } }, time, log);
        _ = store.Tls;
        return store;
    }

    /// <summary>Every change has a time of its own, however fast the test is.</summary>
    private void Touch(string path) =>
        File.SetLastWriteTimeUtc(path, new DateTime(2030, 1, 1, 0, 0, ++changes, DateTimeKind.Utc));

    private void Replace(string path, string text)
    {
        File.WriteAllText(path, text);
        Touch(path);
    }

    private string Served(CertificateStore store)
    {
        time.Advance(TimeSpan.FromSeconds(1));
        return store.Current().TargetCertificate.Subject;
    }

    [Fact]
    public void new_files_are_used_from_the_next_handshake_on()
    {
        var store = Open();
        Served(store).ShouldBe("CN=first.example");
        var (next, nextKey) = Certificates.Write(folder, "next.example", Year);

        Replace(certificate, File.ReadAllText(next)); // the key is not there yet: the two do not belong together
        Served(store).ShouldBe("CN=first.example");
        log.Lines.ShouldHaveSingleItem().ShouldStartWith(
            "Error: the new certificate of SMTP submission cannot be used, the old one stays: ");

        Replace(key, File.ReadAllText(nextKey));
        Served(store).ShouldBe("CN=next.example");
        log.Lines[^1].ShouldStartWith("Information: the certificate of SMTP submission was replaced");
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public void a_bad_file_leaves_the_old_certificate_and_says_so_once(string text)
    {
        var store = Open();
        Replace(certificate, text);
        for (var i = 0; i < 3; i++)
            Served(store).ShouldBe("CN=first.example");
        log.Lines.ShouldHaveSingleItem().ShouldStartWith("Error: ");
    }

    [Fact]
    public void a_removed_file_leaves_the_old_certificate()
    {
        var store = Open();
        File.Delete(certificate);
        Served(store).ShouldBe("CN=first.example");
        log.Lines.ShouldHaveSingleItem().ShouldStartWith("Error: ");
    }

    [Fact]
    public void files_that_cannot_be_looked_at_leave_the_old_certificate_and_are_used_again_later()
    {
        var moved = Path.Combine(folder.Path, "moved");
        var linked = Path.Combine(folder.Path, "linked");
        Directory.CreateDirectory(moved);
        File.Copy(certificate, Path.Combine(moved, "served.pem"));
        File.Copy(key, Path.Combine(moved, "served-key.pem"));
        Directory.CreateSymbolicLink(linked, moved);
        (certificate, key) = (Path.Combine(linked, "served.pem"), Path.Combine(linked, "served-key.pem"));
        var store = Open();

        Directory.Delete(linked);
        Directory.CreateSymbolicLink(linked, linked); // leads to itself
        for (var i = 0; i < 3; i++)
            Served(store).ShouldBe("CN=first.example");
        log.Lines.ShouldHaveSingleItem().ShouldStartWith("Error: ");

        var (next, nextKey) = Certificates.Write(folder, "next.example", Year);
        File.Delete(linked);
        Directory.CreateSymbolicLink(linked, moved);
        Replace(key, File.ReadAllText(nextKey));
        Replace(certificate, File.ReadAllText(next));
        Served(store).ShouldBe("CN=next.example");
    }

    [Fact]
    public void a_certificate_that_has_ended_is_not_taken_for_one_that_is_in_force()
    {
        var store = Open();
        var (ended, endedKey) = Certificates.Write(folder, "ended.example", -TimeSpan.FromDays(1));
        Replace(key, File.ReadAllText(endedKey));
        Replace(certificate, File.ReadAllText(ended));
        Served(store).ShouldBe("CN=first.example");
        log.Lines.ShouldHaveSingleItem().ShouldContain("it ended on ");
    }

    [Fact]
    public void the_files_are_looked_at_once_a_second_at_most()
    {
        var store = Open();
        Served(store);
        var (next, nextKey) = Certificates.Write(folder, "next.example", Year);
        Replace(key, File.ReadAllText(nextKey));
        Replace(certificate, File.ReadAllText(next));
        store.Current().TargetCertificate.Subject.ShouldBe("CN=first.example");
        Served(store).ShouldBe("CN=next.example");
    }

    [Fact]
    public void the_chain_behind_the_certificate_is_served_with_it()
    {
        var now = time.GetUtcNow();
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var root = Authority("CN=root", rootKey).CreateSelfSigned(now.AddDays(-3), now.AddDays(60));
        using var middleKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var issued = Authority("CN=authority", middleKey).Create(root, now.AddDays(-2), now.AddDays(30), [1]);
        using var middle = issued.CopyWithPrivateKey(middleKey);
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=leaf.example", own, HashAlgorithmName.SHA256);
        using var leaf = request.Create(middle, now.AddDays(-1), now.AddDays(20), [2]);
        Replace(certificate, leaf.ExportCertificatePem() + "\n" + issued.ExportCertificatePem() + "\n");
        Replace(key, own.ExportPkcs8PrivateKeyPem());

        var context = Open().Current();
        context.TargetCertificate.Subject.ShouldBe("CN=leaf.example");
        context.IntermediateCertificates.ShouldHaveSingleItem().Subject.ShouldBe("CN=authority");
    }

    private static CertificateRequest Authority(string name, ECDsa key)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request;
    }

    private sealed class RecordedLog : ILogger<CertificateStore>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => Lines.Add($"{logLevel}: {formatter(state, exception)}");
    }
}
