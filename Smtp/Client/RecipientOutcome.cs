using Actors.Mail.Addresses;
using Actors.Mail.Replies;

namespace Actors.Smtp.Client;

/// <summary>What became of one recipient.</summary>
/// <param name="Reply">The deciding reply: 2xx only when the message was taken over at the final dot.</param>
/// <param name="FromPeer">
/// False when the reply is our own wording of what went wrong (time-out, no route, no TLS).
/// </param>
public sealed record RecipientOutcome(
    ForwardPath Recipient, Reply Reply, SendStage Stage, bool FromPeer, Certainty Certainty);
