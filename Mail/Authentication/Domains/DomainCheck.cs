using Actors.Mail.Authentication.Lookups;

namespace Actors.Mail.Authentication.Domains;

/// <summary>Looks at what a sending domain publishes, and says what is there, missing or wrong.</summary>
public static class DomainCheck
{
    /// <returns>In the order of <see cref="DomainAspect"/>; for SPF, DMARC and MX one at least.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async ValueTask<IReadOnlyList<DomainFinding>> Run(
        DomainExpectation expectation, IDnsLookup dns, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(expectation);
        ArgumentNullException.ThrowIfNull(dns);
        var findings = new List<DomainFinding> { await SpfExamination.Look(expectation, dns, cancellation) };
        foreach (var key in expectation.Keys)
            findings.Add(await KeyExamination.Look(key, dns, cancellation));
        findings.AddRange(await DmarcExamination.Look(expectation, dns, cancellation));
        findings.Add(await MxExamination.Look(expectation.Domain, dns, cancellation));
        if (expectation.ReturnPath is { } path && !path.Equals(expectation.Domain))
            findings.Add(await MxExamination.Look(path, dns, cancellation));
        return findings;
    }
}
