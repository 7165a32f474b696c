using System.Collections.Immutable;
using Actors.Grains.Messages;

namespace Actors.Grains.SmtpAccounts;

/// <summary>All of an account but its secrets.</summary>
/// <param name="Paused">By the operator.</param>
/// <param name="Check">The last one; null before the first.</param>
/// <param name="OwnerUser">The user that asked for it; null where a key or the operator did.</param>
[GenerateSerializer, Immutable, Alias("smtp-account-view")]
public sealed record SmtpAccountView(
    string Id,
    AccountSettings Settings,
    AccountStatus Status,
    bool Approved,
    bool Paused,
    bool SwitchedOn,
    ImmutableArray<LoginView> Logins,
    ImmutableArray<string> TrustedNetworks,
    bool AnySender,
    bool NoticeOnFailure,
    string? DeclinedFor,
    string? OwnerUser,
    AccountCheck? Check,
    DateTimeOffset CreatedAt)
{
    /// <summary>What it sends from; null for the platform's shared addresses.</summary>
    [Id(0)] public SourceAddress? Source { get; init; }

    public string Name => Settings.Name;

    public MailStream Stream => Settings.Stream;

    /// <summary>By the platform; empty for none.</summary>
    [Id(1)] public ImmutableArray<AccountBlock> Blocks { get; init; } = [];
}
