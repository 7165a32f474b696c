using Actors.Mail.Authentication.Lookups;
using Actors.Mail.Authentication.Spf.Records;

namespace Actors.Mail.Authentication.Spf.Checking;

/// <summary>The function check_host() (RFC 7208 §4) within one check; all included domains share its budget.</summary>
internal sealed class SpfEvaluation
{
    private readonly IDnsLookup dns;
    private readonly Budget budget = new();
    private readonly Mechanisms mechanisms;
    private readonly CancellationToken cancellation;

    public SpfEvaluation(SpfSender sender, IDnsLookup dns, CancellationToken cancellation)
    {
        (this.dns, this.cancellation) = (dns, cancellation);
        Names = new TargetNames(sender, new ClientNames(sender, dns, cancellation), budget);
        mechanisms = new Mechanisms(this, sender, dns, budget, cancellation);
    }

    public TargetNames Names { get; }

    public async ValueTask<SpfOutcome> CheckHost(string domain)
    {
        if (!SpfDomain.IsValid(domain))
            return new SpfOutcome(SpfResult.None, $"\"{Printable.Of(domain)}\" is no domain that could have a policy");
        var texts = await dns.Texts(domain, cancellation);
        if (texts.Status == LookupStatus.TemporaryFailure)
            return new SpfOutcome(SpfResult.TempError, $"DNS gave no answer about {domain}");

        var policies = texts.Records.Where(SpfRecord.IsOne).ToArray();
        if (policies.Length == 0)
            return new SpfOutcome(SpfResult.None, $"{domain} has no SPF record");
        if (policies.Length > 1)
            return new SpfOutcome(SpfResult.PermError, $"{domain} has {policies.Length} SPF records; one is allowed");
        return SpfRecord.TryParse(policies[0], out var record, out var problem)
            ? await Evaluate(record, domain)
            : new SpfOutcome(SpfResult.PermError, $"the SPF record of {domain} is unusable: {problem}");
    }

    private async ValueTask<SpfOutcome> Evaluate(SpfRecord record, string domain)
    {
        foreach (var directive in record.Directives)
        {
            if (directive.Mechanism.AsksDns && budget.TakeTerm() is { } exhausted)
                return exhausted;
            var match = await mechanisms.Match(directive.Mechanism, domain);
            if (match.Trouble is { } trouble)
                return trouble;
            if (match.Is)
                return new SpfOutcome(Meaning(directive.Qualifier), $"\"{directive.Text}\" of {domain} matches")
                {
                    Explanation = record.Explanation is { } text ? (text, domain) : null,
                };
        }
        return record.Redirect is null
            ? new SpfOutcome(SpfResult.Neutral, $"no term of {domain} matches")
            : await Redirect(record.Redirect, domain);
    }

    /// <summary>RFC 7208 §6.1: the other domain's outcome is this one's, but it must have a policy.</summary>
    private async ValueTask<SpfOutcome> Redirect(Macros.MacroString target, string domain)
    {
        if (budget.TakeTerm() is { } exhausted)
            return exhausted;
        var name = await Names.Of(target, domain);
        if (name.Trouble is { } trouble)
            return trouble;
        var outcome = name.Value is null ? null : await CheckHost(name.Value);
        return outcome is null or { Result: SpfResult.None }
            ? new SpfOutcome(SpfResult.PermError, $"\"redirect={target}\" of {domain} leads to no SPF record")
            : outcome;
    }

    private static SpfResult Meaning(SpfQualifier qualifier) => qualifier switch
    {
        SpfQualifier.Pass => SpfResult.Pass,
        SpfQualifier.Fail => SpfResult.Fail,
        SpfQualifier.SoftFail => SpfResult.SoftFail,
        _ => SpfResult.Neutral,
    };
}
