using System.Collections.Immutable;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Mail.Addresses;

namespace Actors.Grains.TestAddresses;

[GenerateSerializer, Alias("test-addresses-state")]
public sealed record TestAddressesState : IDue, IHasOutgoing<TestAddressesState>
{
    [Id(0)] public ImmutableArray<TestAddress> Addresses { get; init; } = [];

    [Id(1)] public ImmutableArray<PlatformMail> Outgoing { get; init; } = [];

    public DateTimeOffset? DueAt => Outgoing.IsEmpty ? null : DateTimeOffset.MinValue;

    public TestAddressesState WithOutgoing(ImmutableArray<PlatformMail> outgoing) =>
        this with { Outgoing = outgoing };
}

/// <param name="Link">Hash of the latest link's token.</param>
/// <param name="AskedAt">When that link was sent.</param>
[GenerateSerializer, Immutable, Alias("test-address")]
public sealed record TestAddress(
    EmailAddress Address, bool Verified, DateTimeOffset AddedAt, string Link, DateTimeOffset AskedAt);
