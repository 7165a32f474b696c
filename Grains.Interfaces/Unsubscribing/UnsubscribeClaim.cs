using Actors.Grains.Contacts;
using Actors.Grains.Ids;

namespace Actors.Grains.Unsubscribing;

/// <summary>What a link to unsubscribe proves.</summary>
/// <param name="List">The list the message came by; null for none.</param>
public sealed record UnsubscribeClaim(MessageKey Message, ContactHash Contact, string? List);
