using System.Collections.Immutable;
using Actors.Grains.Messages;

namespace Actors.Grains.SmtpAccounts;

[GenerateSerializer, Alias("smtp-account-state")]
public sealed record SmtpAccountState
{
    [Id(0)] public string Name { get; init; } = "";
    [Id(1)] public MailStream Stream { get; init; }

    /// <summary>By the operator; before that, nothing is accepted.</summary>
    [Id(2)] public bool Approved { get; init; }

    [Id(3)] public bool Paused { get; init; }
    [Id(4)] public ImmutableArray<LoginView> Logins { get; init; } = [];

    /// <summary>CIDR form.</summary>
    [Id(5)] public ImmutableArray<string> TrustedNetworks { get; init; } = [];

    [Id(6)] public bool AnySender { get; init; }
    [Id(7)] public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Off by default: bounces are read in the API, and the return path is the platform's.</summary>
    [Id(8)] public bool NoticeOnFailure { get; init; }
}
