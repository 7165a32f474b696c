using System.Security.Cryptography;
using Actors.Mail.Addresses;
using Actors.Silo.Configuration;
using Actors.Silo.Signing;
using Actors.Silo.Tests.Harness;

namespace Actors.Silo.Tests.Configuration;

public sealed class DkimKeyTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void keys_in_both_pem_forms_are_taken()
    {
        using var rsa = RSA.Create(2048);
        var one = folder.Write("one.pem", rsa.ExportRSAPrivateKeyPem());
        var other = folder.Write("other.pem", "\uFEFF" + rsa.ExportPkcs8PrivateKeyPem());
        Problems($"example.com:mail:{one}, example.com:other:{other}", $"example.net:mail:{one}").ShouldBeEmpty();
    }

    [Fact]
    public void a_file_without_an_end_is_not_read_to_it() =>
        Problems("example.com:mail:/dev/zero", "").ShouldHaveSingleItem().Rule
            .ShouldBe("needs a key for mail._domainkey.example.com: /dev/zero is larger than 16384 bytes");

    [Fact]
    public void everything_that_is_wrong_with_keys_is_named_at_once()
    {
        using var small = RSA.Create(512);
        using var rsa = RSA.Create(2048);
        var good = folder.Write("good.pem", rsa.ExportRSAPrivateKeyPem());
        var text = string.Join(',', "example.com", "example.com:mail:", "exa mple.com:mail:x",
            $"example.com:se lector:{good}", $"example.com:a:{folder.Path}/none.pem",
            $"example.com:b:{folder.Write("empty.pem", "")}",
            $"example.com:c:{folder.Write("small.pem", small.ExportRSAPrivateKeyPem())}",
            $"example.com:d:{folder.Path}", $"example.com:e:{good}");
        var problems = Problems(text, $"example.com:E:{good}");
        problems.Select(problem => problem.Rule.Replace(folder.Path, "", StringComparison.Ordinal)).ShouldBe(
        [
            "has to be domain:selector:file, and 'example.com' is not",
            "has to be domain:selector:file, and 'example.com:mail:' is not",
            "has to be domain:selector:file, and 'exa mple.com:mail:x' is not",
            $"has to be domain:selector:file, and 'example.com:se lector:{good}' is not"
                .Replace(folder.Path, "", StringComparison.Ordinal),
            "needs a key for a._domainkey.example.com: there is no /none.pem",
            "needs a key for b._domainkey.example.com: /empty.pem has to hold a private key in PEM form: "
                + "PRIVATE KEY or RSA PRIVATE KEY",
            "needs a key for c._domainkey.example.com: /small.pem has to hold an RSA key of 1024 to 4096 bits",
            "needs a key for d._domainkey.example.com:  is a folder",
            "has the key e._domainkey.example.com twice",
        ]);
        problems[^1].Subject.ShouldStartWith("--dkim-platform-keys is ");
        problems[4].Remedy.ShouldBe("'./run dkim-key example.com a' makes one.");
    }

    [Theory]
    [InlineData("example.com", "example.com:a example.com:b platform.example:p")]
    [InlineData("mail.example.com", "mail.example.com:c platform.example:p")]
    [InlineData("deep.mail.example.com", "mail.example.com:c platform.example:p")]
    [InlineData("other.example.com", "example.com:a example.com:b platform.example:p")]
    [InlineData("badexample.com", "platform.example:p")]
    [InlineData("com", "platform.example:p")]
    [InlineData(null, "platform.example:p")]
    public void mail_is_signed_with_the_keys_of_the_closest_domain_and_the_platforms(string? author, string expected)
    {
        using var rsa = RSA.Create(1024);
        var file = folder.Write("key.pem", rsa.ExportRSAPrivateKeyPem());
        using var keys = new SigningKeys(new SiloSettings
        {
            Dkim = new DkimSettings
            {
                Keys = $"example.com:a:{file},mail.example.com:c:{file},example.com:b:{file}",
                PlatformKeys = $"platform.example:p:{file}",
            },
        });
        string.Join(' ', keys.For(author is null ? null : DomainName.Parse(author)).ToArray()
            .Select(signer => $"{signer.Domain}:{signer.Selector}")).ShouldBe(expected);
    }

    private static ConfigurationProblem[] Problems(string keys, string platformKeys) =>
        [.. Reading.Of(("Dkim:Keys", keys), ("Dkim:PlatformKeys", platformKeys)).Problems];
}
