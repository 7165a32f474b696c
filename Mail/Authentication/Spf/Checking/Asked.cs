namespace Actors.Mail.Authentication.Spf.Checking;

/// <summary>What a counted question found.</summary>
/// <param name="Trouble">What ends the whole check; null when the records, possibly none, can be used.</param>
internal readonly record struct Asked<T>(IReadOnlyList<T> Records, SpfOutcome? Trouble);
