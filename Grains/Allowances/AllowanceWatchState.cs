using System.Collections.Immutable;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Grains.Subscriptions;

namespace Actors.Grains.Allowances;

[GenerateSerializer, Alias("allowance-watch-state")]
public sealed record AllowanceWatchState : IDue, IHasOutgoing<AllowanceWatchState>
{
    /// <summary>That <see cref="Messages"/> and <see cref="Contacts"/> are of.</summary>
    [Id(0)] public BillingMonth Month { get; init; }

    [Id(1)] public ToldLevel Messages { get; init; }
    [Id(2)] public ToldLevel Contacts { get; init; }
    [Id(3)] public ImmutableArray<PlatformMail> Outgoing { get; init; } = [];

    /// <summary>When to look at what is used, were nobody else to look; null for never.</summary>
    [Id(4)] public DateTimeOffset? LookAt { get; init; }

    public DateTimeOffset? DueAt => Outgoing is [] ? LookAt : DateTimeOffset.UnixEpoch;

    public AllowanceWatchState WithOutgoing(ImmutableArray<PlatformMail> outgoing) =>
        this with { Outgoing = outgoing };
}

/// <param name="Level">The highest that was told of, in per cent; 0 for none.</param>
/// <param name="Limit">That it was a part of.</param>
[GenerateSerializer, Immutable, Alias("allowance-told")]
public readonly record struct ToldLevel(int Level, long Limit);
