using Actors.Mail.Addresses;

namespace Actors.Mail.Authentication.Domains;

/// <summary>How mail of a domain is sent, so what ought to be published.</summary>
public sealed record DomainExpectation(DomainName Domain)
{
    /// <summary>The domain of MAIL FROM, whose SPF policy is asked. Null: the same as in From.</summary>
    public DomainName? ReturnPath { get; init; }

    /// <summary>The policy that names the platform's addresses, to be included. Null: any policy will do.</summary>
    public string? SpfInclude { get; init; }

    public IReadOnlyList<ExpectedKey> Keys { get; init; } = [];
}
