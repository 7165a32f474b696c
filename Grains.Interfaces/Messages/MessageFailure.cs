using Actors.Grains.Ids;
using Actors.Mail.Addresses;
using Actors.Mail.Envelopes;
using Actors.Mail.Replies;

namespace Actors.Grains.Messages;

/// <summary>How a message failed for good.</summary>
/// <param name="Account">It was submitted through.</param>
/// <param name="Recipient">It was for.</param>
/// <param name="Submitter">The reverse path it was submitted with.</param>
/// <param name="AcceptedAt">When it was accepted.</param>
/// <param name="Expired">Its deadline passed; else it was refused, or its attempts were used up.</param>
/// <param name="LastReply">What the last attempt was told; null when none was made.</param>
/// <param name="LastHost">Who told it; null when no server was reached.</param>
/// <param name="LastAttemptAt">When the last attempt ended; null when none was made.</param>
/// <param name="EnvelopeDsn">RET and ENVID as the submitter gave them; null for neither.</param>
/// <param name="RecipientDsn">NOTIFY and ORCPT as the submitter gave them; null for neither.</param>
[GenerateSerializer, Immutable, Alias("message-failure")]
public sealed record MessageFailure(
    AccountId Account, EmailAddress Recipient, ReversePath Submitter, DateTimeOffset AcceptedAt, bool Expired,
    Reply? LastReply, string? LastHost, DateTimeOffset? LastAttemptAt, EnvelopeDsn? EnvelopeDsn,
    RecipientDsn? RecipientDsn);
