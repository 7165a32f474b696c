using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Mail.Addresses;
using Actors.Mail.Envelopes;
using Actors.Mail.Replies;

namespace Actors.Grains.Messages;

/// <summary>All that is known of a message, as its row stores it. Changed only by <see cref="MessageFold"/>.</summary>
[GenerateSerializer, Alias("message-state")]
public sealed record MessageState
{
    [Id(0)] public AccountId Account { get; init; }
    [Id(1)] public MailStream Stream { get; init; }
    [Id(2)] public EmailAddress Recipient { get; init; } = null!; // every stored row has one
    [Id(3)] public ReversePath ReversePath { get; init; } = ReversePath.Null;

    [Id(4)] public MessagePhase Phase { get; init; }
    [Id(5)] public HoldReason HoldReason { get; init; }
    [Id(6)] public OnUncertain OnUncertain { get; init; }

    [Id(7)] public DateTimeOffset AcceptedAt { get; init; }

    /// <summary>When it ends as expired, whatever state it is in.</summary>
    [Id(8)] public DateTimeOffset Deadline { get; init; }

    /// <summary>When it has to be woken: the next attempt, the deadline, or when an attempt is presumed dead.
    /// Null once it has ended.</summary>
    [Id(9)] public DateTimeOffset? DueAt { get; init; }

    /// <summary>Attempts that ended, however they ended.</summary>
    [Id(10)] public int Attempts { get; init; }

    /// <summary>Counts recorded starts of attempts: tells a late report from a current one.</summary>
    [Id(11)] public long Epoch { get; init; }

    [Id(12)] public Reply? LastReply { get; init; }
    [Id(13)] public Verdict? LastVerdict { get; init; }

    /// <summary>How many times faster than real its schedule runs: 1, and 3,600 in the sandbox.</summary>
    [Id(14)] public int TimeScale { get; init; } = 1;

    /// <summary>Copied from the submission, so that a search needs the row alone.</summary>
    [Id(15)] public ImmutableArray<string> Tags { get; init; } = [];

    [Id(16)]
    public ImmutableDictionary<string, string> Variables { get; init; } =
        ImmutableDictionary<string, string>.Empty;

    [Id(17)]
    public ImmutableDictionary<string, string> Details { get; init; } =
        ImmutableDictionary<string, string>.Empty;

    /// <summary>RET and ENVID as the submitter gave them (RFC 3461); null for neither.</summary>
    [Id(19)] public EnvelopeDsn? EnvelopeDsn { get; init; }

    /// <summary>NOTIFY and ORCPT as the submitter gave them (RFC 3461); null for neither.</summary>
    [Id(20)] public RecipientDsn? RecipientDsn { get; init; }

    /// <summary>The server that gave <see cref="LastReply"/>; null when none was reached.</summary>
    [Id(21)] public string? LastHost { get; init; }

    /// <summary>When the last attempt ended; null before the first.</summary>
    [Id(24)] public DateTimeOffset? LastAttemptAt { get; init; }

    /// <summary>The submitter is to be told by mail when the message fails for good.</summary>
    [Id(22)] public bool NoticeOnFailure { get; init; }

    /// <summary>From of this recipient's copy, where the account takes it from the recipient's details; null for
    /// the submission's.</summary>
    [Id(25)] public Mailbox? Author { get; init; }

    /// <summary>It leaves by the account's own server, whatever the recipient.</summary>
    [Id(26)] public bool ByOwnServer { get; init; }

    /// <summary>The courier that takes it: the account's own source address when it was accepted; null for the shared
    /// ones. What an attempt is made from, the account tells.</summary>
    [Id(34)] public string? Source { get; init; }

    /// <summary>It counts against its tenant's allowance, unless it is suppressed or cancelled.</summary>
    [Id(40)] public bool Charged { get; init; }

    /// <summary>Whether it was held before <see cref="Pending"/>: what the count of held messages is told by. Never
    /// part of the row.</summary>
    [Id(27), JsonIgnore] public bool WasHeld { get; init; }

    /// <summary>What on the blacklist it is sent in spite of.</summary>
    [Id(28)] public Bypasses Bypass { get; init; }

    /// <summary>The list it is for; null for none.</summary>
    [Id(29)] public string? List { get; init; }

    /// <summary>Null while its reader has not complained.</summary>
    [Id(30)] public DateTimeOffset? ComplainedAt { get; init; }

    /// <summary>Null while no report says that it was not delivered after all.</summary>
    [Id(31)] public DateTimeOffset? LateBouncedAt { get; init; }

    /// <summary>Of the report that came late; null for none.</summary>
    [Id(32)] public Verdict? LateVerdict { get; init; }

    /// <summary>What its reader has unsubscribed from by it: lists, and the empty text for all.</summary>
    [Id(33)] public ImmutableArray<string> UnsubscribedFrom { get; init; } = [];

    /// <summary>When it did so last; null while it has not.</summary>
    [Id(41)] public DateTimeOffset? UnsubscribedAt { get; init; }

    /// <summary>That it was delivered, a report alone tells; what the server said is not on record.</summary>
    [Id(42)] public bool IsPresumed { get; init; }

    /// <summary>Copied from the submission, as <see cref="Tags"/>; null for none.</summary>
    [Id(36)] public string? Campaign { get; init; }

    /// <summary>What <see cref="Pending"/> means to others: stored beside the events, and never part of the
    /// row.</summary>
    [Id(23), JsonIgnore] public ImmutableArray<MessageEffect> Effects { get; init; } = [];

    /// <summary>Events not stored yet: written with the row in one transaction, and never part of it.</summary>
    [Id(18), JsonIgnore] public ImmutableArray<MessageEvent> Pending { get; init; } = [];
}
