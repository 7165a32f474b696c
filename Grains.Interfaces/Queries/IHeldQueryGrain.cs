using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Mail.Addresses;

namespace Actors.Grains.Queries;

/// <summary>What is held, over all tenants: for the operator alone.</summary>
/// <remarks>Key: <see cref="Platform.PlatformKey"/>.</remarks>
[Alias("held-query")]
public interface IHeldQueryGrain : IGrainWithStringKey
{
    Task<HeldPage> List(HeldSearch search);
}

/// <param name="Reason">Null for all.</param>
/// <param name="Tenant">Null for all.</param>
/// <param name="Account">Of the tenant; null for all.</param>
/// <param name="After">Continue behind this message; null from the first.</param>
/// <param name="Limit">Of the page.</param>
[GenerateSerializer, Immutable, Alias("held-search")]
public sealed record HeldSearch(
    HoldReason? Reason, TenantId? Tenant, AccountId? Account, MessageKey? After, int Limit);

[GenerateSerializer, Immutable, Alias("held-page")]
public sealed record HeldPage(ImmutableArray<HeldMessage> Messages, bool HasMore);

[GenerateSerializer, Immutable, Alias("held-message")]
public sealed record HeldMessage(
    MessageKey Message, AccountId Account, EmailAddress Recipient, HoldReason Reason, DateTimeOffset Deadline);
