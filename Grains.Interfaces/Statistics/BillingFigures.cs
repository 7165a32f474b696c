using System.Collections.Immutable;
using Actors.Grains.Ids;

namespace Actors.Grains.Statistics;

/// <summary>What a month is billed by, from the same commits as contacts and messages.</summary>
/// <param name="Contacts">Each day of the month so far.</param>
/// <param name="Messages">By day and account; none for days without mail.</param>
[GenerateSerializer, Immutable, Alias("billing-figures")]
public sealed record BillingFigures(ImmutableArray<ContactDay> Contacts, ImmutableArray<MessageDay> Messages);

/// <param name="Active">Contacts that may be sent marketing, at the end of the day.</param>
/// <param name="Peak">The most there were at any moment of it.</param>
[GenerateSerializer, Immutable, Alias("contact-day")]
public sealed record ContactDay(DateOnly Day, long Active, long Peak);

/// <param name="Day">Of acceptance.</param>
/// <param name="Accepted">To be sent at once or later.</param>
/// <param name="Charged">Of them, those that count against the allowance: without what was suppressed or cancelled
/// since.</param>
/// <param name="ByOwnServer">Of them, those that leave by the account's own server, likewise.</param>
[GenerateSerializer, Immutable, Alias("message-day")]
public sealed record MessageDay(DateOnly Day, AccountId Account, long Accepted, long Charged, long ByOwnServer);
