using Actors.Mail.Authentication.Lookups;
using Actors.Mail.Authentication.Spf.Macros;
using Actors.Mail.Authentication.Spf.Records;

namespace Actors.Mail.Authentication.Spf.Checking;

/// <summary>Visits a policy and all that it includes. A loop of them ends when too many terms were counted.</summary>
internal sealed class Surveyor(IDnsLookup dns, CancellationToken cancellation)
{
    private readonly HashSet<string> included = [];
    private int lookups;
    private int voids;
    private bool isIncomplete;
    private string? problem;

    public async ValueTask<SpfSurvey> Run(string domain)
    {
        var policies = await Policies(domain) ?? [];
        var record = policies.Length == 1 ? Read(domain, policies[0]) : null;
        if (policies.Length > 1)
            problem = $"{domain} has {policies.Length} SPF records; one is allowed";
        var otherwise = record is null ? SpfQualifier.Neutral : await Visit(record);
        return new SpfSurvey
        {
            Policies = policies.Length,
            Record = record,
            Problem = problem,
            IsIncomplete = isIncomplete,
            Lookups = lookups,
            VoidLookups = voids,
            Included = included,
            Otherwise = otherwise,
        };
    }

    /// <returns>What happens to a client that nothing else matches.</returns>
    private async ValueTask<SpfQualifier> Visit(SpfRecord record)
    {
        foreach (var directive in record.Directives)
        {
            if (directive.Mechanism is SpfMechanism.All)
                return directive.Qualifier; // nothing behind it counts (RFC 7208 §5.1)
            if (!directive.Mechanism.AsksDns)
                continue;
            if (++lookups > SpfSurvey.TermsMax)
                return SpfQualifier.Neutral;
            if (directive.Mechanism is SpfMechanism.Include include)
                await Follow(include.Domain, $"include:{include.Domain}");
            else if (directive.Mechanism is SpfMechanism.A or SpfMechanism.Mx
                && directive.Mechanism.Target is { IsConstant: true } target)
                await Ask(directive.Mechanism, target.Text.TrimEnd('.'));
        }
        if (record.Redirect is not { } redirect || ++lookups > SpfSurvey.TermsMax)
            return SpfQualifier.Neutral;
        return await Follow(redirect, $"redirect={redirect}") ?? SpfQualifier.Neutral;
    }

    /// <summary>Names with macros are different for every client, so they are only counted.</summary>
    private async ValueTask<SpfQualifier?> Follow(MacroString target, string term)
    {
        if (!target.IsConstant)
            return null;
        var domain = target.Text.TrimEnd('.').ToLowerInvariant();
        included.Add(domain);
        if (await Policies(domain) is not { } policies)
            return null;
        if (policies.Length != 1)
            problem ??= policies.Length == 0
                ? $"\"{term}\" leads to no SPF record"
                : $"\"{term}\" leads to {policies.Length} SPF records; one is allowed";
        return policies.Length == 1 && Read(domain, policies[0]) is { } record ? await Visit(record) : null;
    }

    private async ValueTask Ask(SpfMechanism mechanism, string name)
    {
        if (mechanism is SpfMechanism.Mx)
            Count(await dns.MailExchangers(name, cancellation));
        else
            Count(await dns.Addresses(name, cancellation), await dns.Addresses6(name, cancellation));
    }

    private void Count<T>(params ReadOnlySpan<LookupResult<T>> results)
    {
        var isVoid = true;
        foreach (var result in results)
        {
            isIncomplete |= result.Status == LookupStatus.TemporaryFailure;
            isVoid &= result.IsVoid;
        }
        voids += isVoid ? 1 : 0;
    }

    /// <returns>Null where DNS gave no answer.</returns>
    private async ValueTask<string[]?> Policies(string domain)
    {
        var texts = await dns.Texts(domain, cancellation);
        if (texts.Status != LookupStatus.TemporaryFailure)
            return [.. texts.Records.Where(SpfRecord.IsOne)];
        isIncomplete = true;
        return null;
    }

    private SpfRecord? Read(string domain, string text)
    {
        if (!SpfRecord.TryParse(text, out var record, out var wrong))
            problem ??= $"{wrong} (in the SPF record of {domain})";
        return record;
    }
}
