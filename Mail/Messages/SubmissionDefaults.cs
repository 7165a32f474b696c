namespace Actors.Mail.Messages;

/// <summary>What a submitted message gets where its own header lacks it (RFC 6409 §8.2 and §8.3).</summary>
/// <param name="Now">For a missing Date.</param>
/// <param name="MessageId">For a missing Message-ID; must be new for every message.</param>
public readonly record struct SubmissionDefaults(DateTimeOffset Now, MessageId MessageId);
