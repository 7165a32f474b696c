using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Mail.Addresses;

namespace Actors.Grains.Contacts;

/// <summary>What happened to a message and concerns its recipient: a closed set.</summary>
[GenerateSerializer, Immutable, Alias("contact-cause")]
public abstract record ContactCause
{
    /// <summary>Kinds of failures, by <see cref="Gravity"/>.</summary>
    private static readonly string[] Failures = ["failed/none", "failed", "failed/hard"];

    private ContactCause() { }

    [Id(0)] public required MessageId Message { get; init; }

    /// <summary>When it happened, not when it is told.</summary>
    [Id(1)] public required DateTimeOffset At { get; init; }

    /// <summary>Null where only its hash is still known.</summary>
    [Id(2)] public EmailAddress? Address { get; init; }

    /// <summary>How many times faster than real the message lived: 1, and more in the sandbox.</summary>
    [Id(3)] public int TimeScale { get; init; } = 1;

    /// <summary>The account whose rates and reports it counts in with the commit that tells the contact, because the
    /// message is erased; null where the message counts it itself, or nobody knows the account.</summary>
    [Id(4)] public AccountId? CountsFor { get; init; }

    /// <summary>The stream of <see cref="CountsFor"/>: that of the message is not known any more.</summary>
    [Id(5)] public MailStream CountsIn { get; init; }

    /// <summary>The same whenever the same is told, and of nothing else.</summary>
    public string Key => $"{Message.Key}/{Kind}";

    /// <summary>Of what makes it no news: itself, and a graver failure of the same message.</summary>
    public virtual IEnumerable<string> Covering => [Key];

    protected abstract string Kind { get; }

    private IEnumerable<string> AsGrave(Verdict verdict) =>
        Failures[(int)verdict.Gravity()..].Select(kind => $"{Message.Key}/{kind}");

    /// <summary>The message ended without being delivered. To its recipient a message fails once, however that is heard
    /// of; but for good also where it failed softly before.</summary>
    [GenerateSerializer, Immutable, Alias("contact-cause-failed")]
    public sealed record Failed(Verdict Verdict) : ContactCause
    {
        public override IEnumerable<string> Covering => AsGrave(Verdict);

        protected override string Kind => Failures[(int)Verdict.Gravity()];
    }

    /// <summary>A report says that the message has not arrived after all.</summary>
    [GenerateSerializer, Immutable, Alias("contact-cause-late-bounced")]
    public sealed record LateBounced(Verdict Verdict) : ContactCause
    {
        public override IEnumerable<string> Covering => AsGrave(Verdict);

        protected override string Kind => Failures[(int)Verdict.Gravity()];
    }

    [GenerateSerializer, Immutable, Alias("contact-cause-delivered")]
    public sealed record Delivered : ContactCause
    {
        protected override string Kind => "delivered";
    }

    /// <summary>Its reader reported it as spam.</summary>
    [GenerateSerializer, Immutable, Alias("contact-cause-complained")]
    public sealed record Complained : ContactCause
    {
        protected override string Kind => "complained";
    }

    /// <param name="List">Null for all.</param>
    [GenerateSerializer, Immutable, Alias("contact-cause-unsubscribed")]
    public sealed record Unsubscribed(string? List) : ContactCause
    {
        protected override string Kind => List is null ? "unsubscribed" : $"unsubscribed/{List}";
    }
}
