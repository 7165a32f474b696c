using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Mail.Addresses;
using Actors.Mail.Envelopes;

namespace Actors.Grains.Submissions;

/// <summary>One message handed in, already parsed.</summary>
[GenerateSerializer, Immutable, Alias("submit-command")]
public sealed record SubmitCommand
{
    /// <summary>Null for the tenant's only one.</summary>
    [Id(0)] public required AccountId? Account { get; init; }

    [Id(1)] public required MailSource Source { get; init; }

    /// <summary>In the order given; at most <see cref="SubmissionLimits.RecipientsMax"/>.</summary>
    [Id(2)] public required ImmutableArray<Recipient> Recipients { get; init; }

    /// <summary>The envelope's sender as SMTP gave it; null means the address in From.</summary>
    [Id(3)] public ReversePath? ReversePath { get; init; }

    /// <summary>The stream to use; null for the account's own.</summary>
    [Id(4)] public MailStream? Stream { get; init; }

    /// <summary>When to send; null for at once. Up to <see cref="SubmissionLimits.SendAheadMax"/> ahead.</summary>
    [Id(5)] public DateTimeOffset? SendAt { get; init; }

    /// <summary>How long to try, from acceptance or <see cref="SendAt"/>; null for the platform's four days.</summary>
    [Id(6)] public TimeSpan? ExpiresIn { get; init; }

    [Id(7)] public OnUncertain OnUncertain { get; init; }
    [Id(8)] public ImmutableArray<string> Tags { get; init; } = [];

    [Id(9)]
    public ImmutableDictionary<string, string> Metadata { get; init; } =
        ImmutableDictionary<string, string>.Empty;

    /// <summary>The Message-ID in the mail, with angle brackets; null to have one made.</summary>
    [Id(10)] public string? MessageIdHeader { get; init; }

    /// <summary>What makes a repeat recognisable; null where the client gave no key.</summary>
    [Id(11)] public IdempotencyMark? Idempotency { get; init; }

    /// <summary>Check everything and store nothing.</summary>
    [Id(12)] public bool DryRun { get; init; }

    /// <summary>From a trusted network whose account lets any sender through.</summary>
    [Id(13)] public bool FromTrustedNetwork { get; init; }

    /// <summary>Subject as a reader sees it, for search and support; at most 255 characters are kept.</summary>
    [Id(14)] public string Subject { get; init; } = "";

    /// <summary>The id it is to have, where one had to be known before (a trace header names it); null to have one
    /// made.</summary>
    [Id(15)] public SubmissionId? Id { get; init; }

    /// <summary>RET and ENVID as SMTP gave them; null for neither.</summary>
    [Id(16)] public EnvelopeDsn? Dsn { get; init; }

    /// <summary>A mail of the platform itself, such as a notice about another message: it comes from no sender of the
    /// tenant.</summary>
    [Id(17)] public bool IsNotice { get; init; }

    /// <summary>The user that sends; null for a key or a login.</summary>
    [Id(18)] public string? User { get; init; }

    /// <summary>What on the blacklist it is sent in spite of; for transactional messages alone.</summary>
    [Id(19)] public Bypasses Bypass { get; init; }

    /// <summary>The list it is for; null for none. For marketing alone.</summary>
    [Id(20)] public string? List { get; init; }

    /// <summary>What it is counted under beside its tags, 1 to <see cref="SubmissionLimits.CampaignLengthMax"/>
    /// characters; null for none.</summary>
    [Id(21)] public string? Campaign { get; init; }
}

/// <summary>An idempotency key with what it was used for.</summary>
/// <param name="Key">As the client gave it, 1 to 256 printable characters.</param>
/// <param name="Fingerprint">SHA-256 of the request in hex; null where the key alone decides (SMTP).</param>
[GenerateSerializer, Immutable, Alias("idempotency-mark")]
public sealed record IdempotencyMark(string Key, string? Fingerprint);
