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
    /// <param name="after">Continue behind this message; null from the first.</param>
    Task<HeldPage> List(HoldReason? reason, MessageKey? after, int limit);
}

[GenerateSerializer, Immutable, Alias("held-page")]
public sealed record HeldPage(ImmutableArray<HeldMessage> Messages, bool HasMore);

[GenerateSerializer, Immutable, Alias("held-message")]
public sealed record HeldMessage(
    MessageKey Message, AccountId Account, EmailAddress Recipient, HoldReason Reason, DateTimeOffset Deadline);
