using Actors.Mail.Authentication.Lookups;
using Actors.Mail.Authentication.Spf;
using Actors.Mail.Authentication.Spf.Records;

namespace Actors.Mail.Authentication.Domains;

/// <summary>The SPF policy of the return path.</summary>
internal static class SpfExamination
{
    private const string BetterEnd = "Let it end in \"~all\" or \"-all\".";

    public static async ValueTask<DomainFinding> Look(
        DomainExpectation expectation, IDnsLookup dns, CancellationToken cancellation)
    {
        var domain = (expectation.ReturnPath ?? expectation.Domain).Ascii;
        var include = expectation.SpfInclude?.TrimEnd('.').ToLowerInvariant();
        var survey = await SpfSurvey.Run(domain, dns, cancellation);
        var (state, text, remedy) = Judge(survey, include);
        return new DomainFinding(DomainAspect.Spf, state, domain, text, remedy);
    }

    private static (DomainState, string, string?) Judge(SpfSurvey survey, string? include)
    {
        if (survey is { Policies: 0, IsIncomplete: true })
            return (DomainState.Unknown, "DNS gave no answer", "Look again in some minutes.");
        if (survey.Policies == 0)
            return (DomainState.Missing, "has no SPF record", $"Publish the TXT record \"{Proposal(include)}\".");
        if (survey.Policies > 1)
            return (DomainState.Wrong, $"has {survey.Policies} SPF records, so receivers use none",
                "Merge them into one TXT record.");
        if (survey.Problem is { } problem)
            return (DomainState.Wrong, $"has an unusable policy: {problem}",
                "Mend it: receivers refuse the whole policy for one error.");
        if (survey.Lookups > SpfLimits.LookupsMax)
            return (DomainState.Wrong, $"needs {Lookups(survey)} look-ups, and {SpfLimits.LookupsMax} are allowed, so "
                + "receivers use none of it", "Remove includes that are not needed, or name networks instead.");
        if (survey.VoidLookups > SpfLimits.VoidLookupsMax)
            return (DomainState.Wrong, $"names {survey.VoidLookups} hosts that do not exist, and "
                + $"{SpfLimits.VoidLookupsMax} are allowed", "Remove them.");
        if (survey.IsIncomplete)
            return (DomainState.Unknown, "names what DNS gave no answer about", "Look again in some minutes.");
        if (include is not null && !survey.Included.Contains(include))
            return (DomainState.Wrong, $"does not include {include}", $"Add \"include:{include}\" before \"all\".");
        if (survey.Otherwise == SpfQualifier.Pass)
            return (DomainState.Weak, "lets every server on the internet send", BetterEnd);
        return survey.Otherwise == SpfQualifier.Neutral
            ? (DomainState.Weak, "says nothing about servers that it does not name", BetterEnd)
            : (DomainState.Fine, $"has one SPF record, which needs {Lookups(survey)} of {SpfLimits.LookupsMax} "
                + $"look-ups{(include is null ? "" : $" and includes {include}")}", null);
    }

    private static string Lookups(SpfSurvey survey) => survey.Lookups > SpfSurvey.TermsMax
        ? $"more than {SpfSurvey.TermsMax}"
        : $"{survey.Lookups}";

    private static string Proposal(string? include) =>
        include is null ? "v=spf1 mx ~all" : $"v=spf1 include:{include} ~all";
}
