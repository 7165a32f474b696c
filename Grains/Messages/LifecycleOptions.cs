using Actors.Mail.Addresses;

namespace Actors.Grains.Messages;

/// <summary>How messages live.</summary>
public sealed record LifecycleOptions
{
    /// <summary>Default: <see cref="RetrySchedule.Default"/>.</summary>
    public RetrySchedule Schedule { get; init; } = RetrySchedule.Default;

    /// <summary>How long to try where the client names no other time, from acceptance or the time to send.
    /// Default: 4 days. RFC 5321 §4.5.4.1: at least 4 to 5.</summary>
    public TimeSpan ExpiresIn { get; init; } = TimeSpan.FromDays(4);

    /// <summary>After how long an attempt that nobody reported on is taken for dead. Default: 60 minutes, the hard cap
    /// of an SMTP dialogue.</summary>
    public TimeSpan PresumedDeadAfter { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>Record each attempt before MAIL FROM, whatever the message's policy. Default: false.</summary>
    /// <remarks>Needed where two activations of one message can exist for a moment: in a cluster.</remarks>
    public bool RecordAttempts { get; init; }

    /// <summary>Mail to this domain goes to the built-in receiver and lives fast. Default:
    /// <c>sandbox.test</c>.</summary>
    public string SandboxDomain { get; init; } = "sandbox.test";

    /// <summary>How many times faster the sandbox' schedules run. Default: 3,600, an hour in a second.</summary>
    public int SandboxTimeScale { get; init; } = 3_600;

    /// <summary>The last part of Feedback-ID, by which receivers know this platform. Default: <c>actors</c>.</summary>
    public string FeedbackSender { get; init; } = "actors";

    /// <summary>The platform's own name, for the notices it writes. Default: <c>localhost</c>.</summary>
    public string HostName { get; init; } = "localhost";

    /// <summary>From of the platform's own mails. Default: null, for <c>no-reply@</c> and
    /// <see cref="HostName"/>.</summary>
    public EmailAddress? PlatformMailFrom { get; init; }

    /// <summary>Who is told by mail what who runs the platform has to know. Default: null, for its admins.</summary>
    public EmailAddress? Operator { get; init; }

    /// <summary>Largest message, as sent, in bytes. Default: 25 MiB.</summary>
    public int MessageBytesMax { get; init; } = 25 * 1024 * 1024;
}
