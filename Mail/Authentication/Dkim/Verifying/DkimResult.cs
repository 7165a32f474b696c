using Actors.Mail.Addresses;

namespace Actors.Mail.Authentication.Dkim.Verifying;

/// <summary>The outcome for one signature.</summary>
/// <param name="Domain">d=. Null where it could not be read.</param>
/// <param name="Selector">s=. Null where it could not be read.</param>
/// <param name="Reason">For logs and support; empty for <see cref="DkimStatus.Pass"/>.</param>
public sealed record DkimResult(DkimStatus Status, DomainName? Domain, string? Selector, string Reason)
{
    /// <summary>The domain is trying DKIM out (t=y): a failure must not count against it.</summary>
    public bool IsTest { get; init; }

    /// <summary>Some of the body is not covered (l=), so anything may have been added to it.</summary>
    public bool IsPartial { get; init; }

    /// <summary>As an Authentication-Results field has it (RFC 8601 §2.7.1).</summary>
    public string Word => Status.ToString().ToLowerInvariant();
}
