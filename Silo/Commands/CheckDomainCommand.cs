using System.CommandLine;
using Actors.Dns;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Dkim.Keys;
using Actors.Mail.Authentication.Domains;
using Actors.Silo.Configuration;
using Actors.Silo.Domains;
using Actors.Silo.Signing;

namespace Actors.Silo.Commands;

/// <summary>Looks at what a sending domain publishes in DNS.</summary>
internal static class CheckDomainCommand
{
    private static readonly Argument<string> DomainArgument = new("domain")
    {
        Description = "The domain of From.",
    };

    private static readonly Option<string> ReturnPathOption = new("--return-path")
    {
        Description = "The domain of MAIL FROM, whose SPF record counts. Default: the same domain.",
        HelpName = "name",
    };

    private static readonly Option<string> IncludeOption = new("--spf-include")
    {
        Description = "The SPF record that names this server's addresses, which the domain's has to include.",
        HelpName = "name",
    };

    private static readonly Option<string[]> SelectorOption = new("--selector")
    {
        Description = "A selector of the domain whose key is elsewhere; more than once for several. "
            + "Keys of --dkim-keys are looked at without it.",
        HelpName = "name",
    };

    public static Command Make(Surroundings surroundings)
    {
        var command = new Command("check-domain", "Check a sending domain's SPF, DKIM, DMARC and MX records.")
            { DomainArgument, ReturnPathOption, IncludeOption, SelectorOption };
        surroundings.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = surroundings.Settings(parsed);
            using var keys = new SigningKeys(settings);
            var expectation = Expectation(parsed, keys);
            var options = new ResolverOptions { Servers = settings.Delivery.Servers() };
            using var resolver = new StubResolver(options, TimeProvider.System, new SecureRandom());
            var findings = await DomainCheck.Run(expectation, new ResolverLookup(resolver), cancellation);
            return await Report(findings, surroundings.Output);
        });
        return command;
    }

    private static DomainExpectation Expectation(ParseResult parsed, SigningKeys keys)
    {
        var domain = Name(parsed.GetValue(DomainArgument)!, "The domain");
        var path = parsed.GetValue(ReturnPathOption);
        var expected = new List<ExpectedKey>();
        foreach (var signer in keys.For(domain))
            expected.Add(new ExpectedKey(signer.Domain, signer.Selector, signer.Key.Public));
        foreach (var text in parsed.GetValue(SelectorOption) ?? [])
            expected.Add(new ExpectedKey(domain, SelectorOf(text, domain), null));
        return new DomainExpectation(domain)
        {
            ReturnPath = path is null ? null : Name(path, "--return-path"),
            SpfInclude = parsed.GetValue(IncludeOption),
            Keys = expected,
        };
    }

    private static DomainName Name(string text, string what) => DomainName.TryParse(text, out var name)
        ? name
        : throw new CommandException($"{what} has to be a name such as example.com.");

    private static Selector SelectorOf(string text, DomainName domain) =>
        Selector.TryParse(text, out var selector) && selector.FitsBelow(domain)
            ? selector
            : throw new CommandException("--selector has to be letters, digits and hyphens, such as mail2026.");

    /// <returns>The exit code: 1 when something is missing, wrong or not known.</returns>
    private static async Task<int> Report(IReadOnlyList<DomainFinding> findings, TextWriter output)
    {
        foreach (var finding in findings)
        {
            var aspect = finding.Aspect.ToString().ToUpperInvariant();
            await output.WriteLineAsync($"{Word(finding.State),-7}  {aspect}: {finding.Name} {finding.Text}");
            if (finding.Remedy is { } remedy)
                await output.WriteLineAsync($"         {remedy}");
        }
        return findings.Any(finding => finding.State > DomainState.Weak) ? 1 : 0;
    }

    private static string Word(DomainState state) =>
        state == DomainState.Fine ? "ok" : state.ToString().ToLowerInvariant();
}
