using System.Collections.Immutable;
using System.Globalization;
using Actors.Grains.StandardEmails;
using Actors.Mail.Addresses;

namespace Actors.Grains.PlatformMails;

/// <summary>A mail of the platform to somebody who has to do with a tenant.</summary>
/// <param name="Id">What makes a repeat recognisable, within the tenant: an id of its own, or a name for what happened
/// that is the same each time it is told.</param>
/// <param name="Values">By the names of <see cref="StandardEmail.Values"/>; the tenant's name is added.</param>
/// <param name="Language">One of <see cref="EmailLanguages"/>; null for the tenant's.</param>
[GenerateSerializer, Immutable, Alias("platform-mail")]
public sealed record PlatformMail(
    string Id, StandardEmailKind Kind, EmailAddress To, ImmutableDictionary<string, string> Values,
    string? Language = null)
{
    /// <summary>It goes to the operator: in the platform's words, whatever the tenant has made of its own.</summary>
    [Id(0)] public bool IsForOperator { get; init; }

    public static PlatformMail SenderConfirmation(
        string id, EmailAddress to, string sender, string link, DateTimeOffset expiresAt) =>
        Of(id, StandardEmailKind.SenderConfirmation, to,
            ("sender", sender), ("link", link), ("expires_at", Time(expiresAt)));

    public static PlatformMail DomainVerified(string id, EmailAddress to, string domain) =>
        Of(id, StandardEmailKind.DomainVerified, to, ("domain", domain));

    /// <param name="records">Those that are missing or wrong, a line each.</param>
    /// <param name="heldFrom">From when on mail from the domain is held.</param>
    public static PlatformMail DomainBroken(
        string id, EmailAddress to, string domain, string records, DateTimeOffset heldFrom) =>
        Of(id, StandardEmailKind.DomainBroken, to,
            ("domain", domain), ("records", records), ("held_from", Time(heldFrom)));

    public static PlatformMail Invitation(
        string id, EmailAddress to, string invitedBy, string role, string link, DateTimeOffset expiresAt) =>
        Of(id, StandardEmailKind.Invitation, to,
            ("invited_by", invitedBy), ("role", role), ("link", link), ("expires_at", Time(expiresAt)));

    public static PlatformMail PasswordReset(string id, EmailAddress to, string link, DateTimeOffset expiresAt) =>
        Of(id, StandardEmailKind.PasswordReset, to, ("link", link), ("expires_at", Time(expiresAt)));

    public static PlatformMail UserEmailVerification(
        string id, EmailAddress to, string link, DateTimeOffset expiresAt) =>
        Of(id, StandardEmailKind.UserEmailVerification, to, ("link", link), ("expires_at", Time(expiresAt)));

    public static PlatformMail TestAddressConfirmation(
        string id, EmailAddress to, string link, DateTimeOffset expiresAt) =>
        Of(id, StandardEmailKind.TestAddressConfirmation, to,
            ("address", to.ToString()), ("link", link), ("expires_at", Time(expiresAt)));

    public static PlatformMail AccountApproved(string id, EmailAddress to, string account) =>
        Of(id, StandardEmailKind.AccountApproved, to, ("account", account));

    public static PlatformMail AccountBlocked(string id, EmailAddress to, string account, string reason) =>
        Of(id, StandardEmailKind.AccountBlocked, to, ("account", account), ("reason", reason));

    public static PlatformMail AccountWarned(string id, EmailAddress to, string account, string reason) =>
        Of(id, StandardEmailKind.AccountWarned, to, ("account", account), ("reason", reason));

    /// <param name="allowance">What is used up, such as <c>messages</c>.</param>
    /// <param name="resetsAt">Null where nothing is counted anew.</param>
    public static PlatformMail AllowanceReached(
        string id, EmailAddress to, string allowance, long used, long limit, DateTimeOffset? resetsAt) =>
        Of(id, StandardEmailKind.AllowanceReached, to,
            ("allowance", allowance), ("used", Number(used)), ("limit", Number(limit)),
            ("resets_at", resetsAt is { } time ? Time(time) : ""));

    public static PlatformMail CertificateExpiring(
        string id, EmailAddress to, string sender, int days, DateTimeOffset expiresAt) =>
        Of(id, StandardEmailKind.CertificateExpiring, to,
            ("sender", sender), ("days", Number(days)), ("expires_at", Time(expiresAt)));

    public static PlatformMail PlanChanged(
        string id, EmailAddress to, string plan, string previousPlan, DateTimeOffset from) =>
        Of(id, StandardEmailKind.PlanChanged, to,
            ("plan", plan), ("previous_plan", previousPlan), ("from", Time(from)));

    public static PlatformMail TestMessage(string id, EmailAddress to, string account, string sentBy) =>
        Of(id, StandardEmailKind.TestMessage, to, ("account", account), ("sent_by", sentBy));

    private static PlatformMail Of(
        string id, StandardEmailKind kind, EmailAddress to, params (string Name, string Value)[] values) =>
        new(id, kind, to, values.ToImmutableDictionary(pair => pair.Name, pair => pair.Value));

    /// <summary>The same in every language, and never mistaken for another day.</summary>
    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
