using System.Collections.Immutable;

namespace Actors.Storage.Json;

/// <summary>What a message's row holds as JSON: all of its state that is not a column. Null and 0 are left
/// out.</summary>
internal sealed class MessageJson
{
    public string To { get; set; } = "";

    /// <summary>With angle brackets; null for the null reverse-path.</summary>
    public string? From { get; set; }

    public int Stream { get; set; }

    public int OnUncertain { get; set; }

    /// <summary>Microseconds since 1970, as in the columns.</summary>
    public long AcceptedAt { get; set; }

    /// <inheritdoc cref="AcceptedAt"/>
    public long Deadline { get; set; }

    public int Attempts { get; set; }

    public long Epoch { get; set; }

    public ReplyJson? LastReply { get; set; }

    public VerdictJson? Verdict { get; set; }

    public string? LastHost { get; set; }

    /// <inheritdoc cref="AcceptedAt"/>
    public long? LastAttemptAt { get; set; }

    /// <summary>Null for 1.</summary>
    public int? TimeScale { get; set; }

    public ImmutableArray<string>? Tags { get; set; }

    public string? Campaign { get; set; }

    public ImmutableDictionary<string, string>? Variables { get; set; }

    public ImmutableDictionary<string, string>? Details { get; set; }

    public DsnJson? Dsn { get; set; }

    public bool NoticeOnFailure { get; set; }

    /// <summary>A mailbox; null for the submission's own From.</summary>
    public string? Author { get; set; }

    public bool ByOwnServer { get; set; }

    /// <summary>An IP address; null for the shared ones.</summary>
    public string? Source { get; set; }

    public bool Charged { get; set; }

    public int Bypass { get; set; }

    public string? List { get; set; }

    /// <inheritdoc cref="AcceptedAt"/>
    public long? ComplainedAt { get; set; }

    /// <inheritdoc cref="AcceptedAt"/>
    public long? LateBouncedAt { get; set; }

    public VerdictJson? LateVerdict { get; set; }

    public bool IsPresumed { get; set; }

    /// <summary>Lists, and the empty text for all.</summary>
    public ImmutableArray<string>? UnsubscribedFrom { get; set; }

    /// <inheritdoc cref="AcceptedAt"/>
    public long? UnsubscribedAt { get; set; }
}

/// <summary>What the submitter said about notifications (RFC 3461).</summary>
internal sealed class DsnJson
{
    public int Return { get; set; }

    /// <summary>xtext.</summary>
    public string? EnvelopeId { get; set; }

    public int Notify { get; set; }

    /// <summary>Type, semicolon and encoded address.</summary>
    public string? Original { get; set; }
}

internal sealed class ReplyJson
{
    public int Code { get; set; }

    public string? Status { get; set; }

    public string Text { get; set; } = "";
}

internal sealed class VerdictJson
{
    public string Category { get; set; } = "";

    public bool Hard { get; set; }

    public string Scope { get; set; } = "";

    public string Rule { get; set; } = "";
}
