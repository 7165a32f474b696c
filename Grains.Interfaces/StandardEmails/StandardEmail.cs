using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Actors.Grains.StandardEmails;

/// <summary>What is the same of a standard e-mail for every tenant.</summary>
/// <param name="Name">In paths, kebab-case.</param>
/// <param name="IsTenants">A tenant's own to its customers: it leaves by the tenant's way out, when the tenant sends
/// it. The others are the platform's to the tenant's users, and leave by the operator's account.</param>
/// <param name="Values">What its template may use, with an example of each, in the order of the text.</param>
public sealed record StandardEmail(
    StandardEmailKind Kind, string Name, bool IsTenants, ImmutableArray<StandardEmailValue> Values)
{
    /// <summary>In the order of their kinds.</summary>
    public static ImmutableArray<StandardEmail> All { get; } =
    [
        Platforms(StandardEmailKind.SenderConfirmation, "sender-confirmation",
            ("sender", "news@example.org"), Link, Expires),
        Platforms(StandardEmailKind.DomainVerified, "domain-verified", ("domain", "example.org")),
        Platforms(StandardEmailKind.DomainBroken, "domain-broken",
            ("domain", "example.org"), ("records", "a1._domainkey.example.org CNAME: missing"),
            ("held_from", "2026-03-02 09:30 UTC")),
        Platforms(StandardEmailKind.Invitation, "invitation",
            ("invited_by", "admin@example.org"), ("role", "sender"), Link, Expires),
        Platforms(StandardEmailKind.PasswordReset, "password-reset", Link, Expires),
        Platforms(StandardEmailKind.UserEmailVerification, "user-email-verification", Link, Expires),
        Platforms(StandardEmailKind.TestAddressConfirmation, "test-address-confirmation",
            ("address", "tester@example.org"), Link, Expires),
        Platforms(StandardEmailKind.AccountApproved, "account-approved", ("account", "Newsletter")),
        Platforms(StandardEmailKind.AccountBlocked, "account-blocked",
            ("account", "Newsletter"), ("reason", "Too many recipients do not exist.")),
        Platforms(StandardEmailKind.AllowanceReached, "allowance-reached",
            ("allowance", "messages"), ("used", "10000"), ("limit", "10000"), ("resets_at", "2026-04-01 00:00 UTC")),
        Platforms(StandardEmailKind.CertificateExpiring, "certificate-expiring",
            ("sender", "news@example.org"), ("days", "7"), ("expires_at", "2026-03-09 12:00 UTC")),
        Platforms(StandardEmailKind.PlanChanged, "plan-changed",
            ("plan", "pro"), ("previous_plan", "startup"), ("from", "2026-03-01 00:00 UTC")),
        Platforms(StandardEmailKind.TestMessage, "test-message", ("account", "Newsletter"), ("sent_by", "API")),
        Tenants(StandardEmailKind.SubscriptionConfirmation, "subscription-confirmation", Link),
        Tenants(StandardEmailKind.Welcome, "welcome", ("unsubscribe_url", "https://example.org/u/1a2b")),
        Tenants(StandardEmailKind.Unsubscribed, "unsubscribed", ("email", "reader@example.net")),
        Platforms(StandardEmailKind.AccountWarned, "account-warned",
            ("account", "Newsletter"), ("reason", "Of 1000 messages, 60 bounced hard (6 %).")),
    ];

    /// <summary>Whether it is sent for the link in it.</summary>
    public bool HasLink => Values.Contains(Link);

    public static StandardEmail Of(StandardEmailKind kind) => All[(int)kind];

    public static bool TryFind(string? name, [NotNullWhen(true)] out StandardEmail? email) =>
        (email = All.FirstOrDefault(each => each.Name == name)) is not null;

    private static StandardEmailValue Link => new("link", "https://example.org/links/1a2b3c");

    private static StandardEmailValue Expires => new("expires_at", "2026-03-08 12:00 UTC");

    private static StandardEmail Platforms(StandardEmailKind kind, string name, params StandardEmailValue[] values) =>
        new(kind, name, IsTenants: false, [Tenant, .. values]);

    private static StandardEmail Tenants(StandardEmailKind kind, string name, params StandardEmailValue[] values) =>
        new(kind, name, IsTenants: true, [Tenant, new StandardEmailValue("name", "Ann Example"), .. values]);

    /// <summary>Given to every mail of the platform; a tenant gives its own.</summary>
    private static StandardEmailValue Tenant => new("tenant", "Example Shop");
}

/// <param name="Name">As the template writes it.</param>
/// <param name="Sample">What previews and test messages show.</param>
public readonly record struct StandardEmailValue(string Name, string Sample)
{
    public static implicit operator StandardEmailValue((string Name, string Sample) pair) =>
        new(pair.Name, pair.Sample);
}
