using Actors.Silo.Tests.Harness;

namespace Actors.Silo.Tests.Configuration;

public sealed class RelationTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void one_client_cannot_have_more_connections_than_all() =>
        Reading.Of(("Submission:ConnectionsMax", "10"), ("Submission:ConnectionsPerAddressMax", "11"))
            .Problems.ShouldHaveSingleItem().Rule.ShouldContain("--submission-connections-max (10)");

    [Fact]
    public void one_destination_cannot_have_more_connections_than_all() =>
        Reading.Of(("Delivery:ConnectionsMax", "10"), ("Delivery:ConnectionsPerSiteMax", "11"))
            .Problems.ShouldHaveSingleItem().Rule.ShouldContain("--delivery-connections-max (10)");

    [Fact]
    public void two_listeners_cannot_share_a_port() =>
        Reading.Of(("Submission:Listen", "127.0.0.1:8080"))
            .Problems.ShouldHaveSingleItem().Rule.ShouldContain("--http-listen");

    [Fact]
    public void the_two_ports_of_orleans_cannot_be_one() =>
        Reading.Of(("Orleans:SiloPort", "30000"))
            .Problems.ShouldHaveSingleItem().Rule.ShouldContain("--orleans-silo-port");

    [Fact]
    public void any_free_port_may_be_asked_for_more_than_once() =>
        Reading.Of(("Submission:Listen", "127.0.0.1:0"), ("Submission:ListenTls", "127.0.0.1:0"))
            .Problems.ShouldBeEmpty();

    [Fact]
    public void a_key_without_certificate_is_refused() =>
        Reading.Of(("Submission:CertificateKey", folder.Write("key.pem", "")))
            .Problems.ShouldHaveSingleItem().Rule.ShouldContain("--submission-certificate");

    [Fact]
    public void a_certificate_that_does_not_exist_is_named_with_its_full_path() =>
        Reading.Of(("Submission:Certificate", "none.pem"))
            .Problems.ShouldHaveSingleItem().Remedy.ShouldContain(Path.GetFullPath("none.pem"));

    [Fact]
    public void a_certificate_that_is_none_is_refused() =>
        Reading.Of(("Submission:Certificate", folder.Write("certificate.pem", "nonsense")))
            .Problems.ShouldHaveSingleItem().Rule.ShouldContain("PEM");

    [Fact]
    public void a_certificate_with_its_key_is_taken()
    {
        var (certificate, key) = Certificates.Write(folder, "mail.example.com", TimeSpan.FromDays(90));
        Reading.Of(("Submission:Certificate", certificate), ("Submission:CertificateKey", key))
            .Problems.ShouldBeEmpty();
    }

    [Fact]
    public void a_certificate_with_another_ones_key_is_refused()
    {
        var (certificate, _) = Certificates.Write(folder, "mail.example.com", TimeSpan.FromDays(90));
        var (_, key) = Certificates.Write(folder, "other.example.com", TimeSpan.FromDays(90));
        Reading.Of(("Submission:Certificate", certificate), ("Submission:CertificateKey", key))
            .Problems.ShouldHaveSingleItem().Rule.ShouldContain("the private key that belongs to it");
    }
}
