namespace Actors.Grains.Contacts;

/// <summary>When soft bounces make a contact bounced.</summary>
public sealed record ContactOptions
{
    /// <summary>Messages, one after another, that failed softly. Default: 3.</summary>
    public int SoftBouncesMin { get; init; } = 3;

    /// <summary>From the first of them to the last, at least. Default: 5 days.</summary>
    /// <remarks>A server in trouble for a day fails many messages at once, and nobody's mailbox is gone.</remarks>
    public TimeSpan SoftBouncesOver { get; init; } = TimeSpan.FromDays(5);
}
