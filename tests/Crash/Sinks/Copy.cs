namespace Actors.Crash.Sinks;

/// <summary>A message as the receiver took it, for one recipient.</summary>
/// <param name="Recipient">Of the envelope.</param>
/// <param name="Submission">The mark that the submission carries in its head.</param>
/// <param name="Life">Which life of the server brought it.</param>
/// <param name="Hash">Of all its bytes.</param>
public sealed record Copy(string Recipient, string Submission, string Life, string Hash);
