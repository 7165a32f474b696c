using System.Collections.Immutable;
using Actors.Grains.People;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Mail.Addresses;

namespace Actors.Grains.Users;

[GenerateSerializer, Alias("tenant-users-state")]
public sealed record TenantUsersState : IDue, IHasOutgoing<TenantUsersState>
{
    /// <summary>In order of id, which is the order they were invited in.</summary>
    [Id(0)] public ImmutableArray<StoredUser> Users { get; init; } = [];

    [Id(1)] public ImmutableArray<PlatformMail> Outgoing { get; init; } = [];

    /// <summary>Persons who still have to be told that they are no user any more.</summary>
    [Id(2)] public ImmutableArray<Parting> Parting { get; init; } = [];

    /// <summary>At once, while anything is unfinished.</summary>
    public DateTimeOffset? DueAt => Outgoing.IsEmpty && Parting.IsEmpty ? null : DateTimeOffset.MinValue;

    public TenantUsersState WithOutgoing(ImmutableArray<PlatformMail> outgoing) => this with { Outgoing = outgoing };
}

/// <param name="Version">Counts the changes: the user's etag.</param>
[GenerateSerializer, Immutable, Alias("stored-user")]
public sealed record StoredUser(
    string Id, EmailAddress Address, string? Name, UserRole Role, bool Active, DateTimeOffset CreatedAt, int Version)
{
    /// <summary>The latest invitation; kept when it was followed, so that it can say so.</summary>
    [Id(0)] public UserLink? Invitation { get; init; }

    /// <summary>The address that is to be the user's when its link is followed; null for none.</summary>
    [Id(1)] public EmailAddress? NextAddress { get; init; }

    /// <summary>To <see cref="NextAddress"/>; kept when it was followed.</summary>
    [Id(2)] public UserLink? AddressLink { get; init; }
}

[GenerateSerializer, Immutable, Alias("user-link")]
public sealed record UserLink(string Hash, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt);

[GenerateSerializer, Immutable, Alias("parting")]
public sealed record Parting(string Person, Membership Membership);
