using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;

namespace Actors.Grains.Thresholds;

[GenerateSerializer, Alias("threshold-state")]
public sealed record ThresholdState : IDue, IHasOutgoing<ThresholdState>
{
    /// <summary>Of all accounts together.</summary>
    [Id(0)] public Watched Tenant { get; init; } = new();

    /// <summary>By id; one that nothing was ever decided about is not among them.</summary>
    [Id(1)]
    public ImmutableDictionary<string, Watched> Accounts { get; init; } = ImmutableDictionary<string, Watched>.Empty;

    [Id(2)] public ImmutableArray<PlatformMail> Outgoing { get; init; } = [];

    /// <summary>Since when a rate is too high, but of too few messages to say anything yet; null for none.</summary>
    [Id(3)] public DateTimeOffset? UndecidedSince { get; init; }

    /// <summary>When such a rate is looked at again, whatever happens: of messages that end well nobody is told. Null
    /// for none.</summary>
    [Id(4)] public DateTimeOffset? LookAt { get; init; }

    public Watched Of(AccountId account) => Accounts.GetValueOrDefault(account.Value) ?? new Watched();

    /// <summary>At once, while accounts have to be told or mail has to be handed over.</summary>
    public DateTimeOffset? DueAt => Outgoing is [] && !Tenant.IsToTell && !Accounts.Values.Any(one => one.IsToTell)
        ? LookAt
        : DateTimeOffset.UnixEpoch;

    public ThresholdState WithOutgoing(ImmutableArray<PlatformMail> outgoing) => this with { Outgoing = outgoing };
}

/// <summary>What was decided about an account, or about all of a tenant's together.</summary>
[GenerateSerializer, Immutable, Alias("threshold-watched")]
public sealed record Watched
{
    [Id(0)] public HealthLevel Level { get; init; }

    /// <summary>When the level was reached; null for none.</summary>
    [Id(1)] public DateTimeOffset? Since { get; init; }

    [Id(2)] public string? Reason { get; init; }

    /// <summary>Counts blocks, and with them what is told of them.</summary>
    [Id(3)] public int Blocks { get; init; }

    /// <summary>Counts warnings.</summary>
    [Id(4)] public int Warnings { get; init; }

    /// <summary>The accounts do not know of the last change yet.</summary>
    [Id(5)] public bool IsToTell { get; init; }

    /// <summary>What happened before this hour counts no more; null for everything.</summary>
    [Id(6)] public DateTimeOffset? CountsFrom { get; init; }

    /// <summary>What had happened in that hour already, and counts no more either.</summary>
    [Id(7)] public HealthCounts Discount { get; init; }

    /// <summary>Oldest first.</summary>
    [Id(8)] public ImmutableArray<Lift> Lifts { get; init; } = [];
}
