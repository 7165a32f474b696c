using System.Net;
using System.Text.RegularExpressions;
using Actors.Dns;
using Actors.Interop.Tests.Lab;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Dkim.Verifying;
using Actors.Mail.Authentication.Dmarc;
using Actors.Mail.Authentication.Spf;
using Actors.Silo.Domains;

namespace Actors.Interop.Tests.Journeys;

/// <summary>What receivers make of a message that arrived: SPF, DKIM and DMARC by this project's checkers, by
/// Debian's (pyspf, dkimpy, authheaders), and its signatures by opendkim-testmsg and Perl's Mail::DKIM.</summary>
internal static class Judges
{
    public const string AllPass = "spf=pass dkim=pass dmarc=pass";

    /// <param name="author">The domain of From.</param>
    public static async Task ShouldPass(NetworkNamespace network, ReceivedMail mail, string author)
    {
        (await Own(network, mail, author)).ShouldBe(AllPass, mail.Text);
        (await Debians(network, mail)).ShouldBe(AllPass, mail.Text);
        var signatures = await DkimJudges.Ask(network, [mail.Content]);
        foreach (var judge in DkimJudges.Names)
            signatures[judge].ShouldBe(["pass"], $"{judge}: {mail.Text}");
    }

    /// <summary>This project's checkers.</summary>
    public static async Task<string> Own(NetworkNamespace network, ReceivedMail mail, string author)
    {
        using var door = new DnsDoor(network);
        using var resolver = new StubResolver(
            new ResolverOptions
            {
                Servers = [door.Address],
                TryTimeout = TimeSpan.FromMinutes(1), // the longest that there is
                TotalTimeout = TimeSpan.FromMinutes(5),
            },
            TimeProvider.System, new SecureRandom());
        var dns = new ResolverLookup(resolver);
        var spf = await SpfCheck.Run(
            new SpfRequest(IPAddress.Parse(mail.Client), mail.Helo, mail.ReturnPath), dns, CancellationToken.None);
        var dkim = await DkimVerification.Verify(
            mail.Content, dns, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        var dmarc = await DmarcCheck.Run(DomainName.Parse(author), spf, dkim, dns, CancellationToken.None);
        var signed = dkim.Any(signature => signature.Domain?.Ascii == author) ? dkim.First(
            signature => signature.Domain?.Ascii == author).Word : "none";
        return $"spf={spf.Result.ToString().ToLowerInvariant()} dkim={signed} dmarc={dmarc.Word}";
    }

    /// <summary>Debian's checkers.</summary>
    public static async Task<string> Debians(NetworkNamespace network, ReceivedMail mail)
    {
        var folder = Directory.CreateTempSubdirectory(network.Name + "-judge-");
        try
        {
            var (message, resolver) = (Path.Combine(folder.FullName, "mail"), Path.Combine(folder.FullName, "resolv"));
            await File.WriteAllBytesAsync(message, mail.Content);
            await File.WriteAllTextAsync(resolver, $"nameserver {Addresses.NameServer}\n");
            var said = await Programs.Run(network.Inside(
                "bash", "-c", "mount --bind \"$1\" /etc/resolv.conf && shift && exec /usr/bin/python3 \"$@\"", "judge",
                resolver, Path.Combine(AppContext.BaseDirectory, "Journeys", "judge_authentication.py"),
                message, mail.Client, mail.ReturnPath, mail.Helo));
            return string.Join(' ', new[] { "spf", "dkim", "dmarc" }.Select(
                method => $"{method}={Regex.Match(said, $@"\b{method}=([a-z]+)").Groups[1].Value}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
