namespace Actors.Mail.Messages;

/// <summary>
/// What a submitted message gets where its own header lacks it (RFC 6409 §8.2 and §8.3), and what was said of it.
/// </summary>
/// <param name="Now">For a missing Date.</param>
/// <param name="MessageId">For a missing Message-ID; must be new for every message.</param>
/// <param name="SmtpUtf8">MAIL declared SMTPUTF8, so that the header may be in UTF-8 (RFC 6531 §3.4).</param>
public readonly record struct SubmissionDefaults(DateTimeOffset Now, MessageId MessageId, bool SmtpUtf8 = false);
