namespace Actors.Grains.SmtpAccounts;

/// <summary>How a check of an own server ended.</summary>
/// <param name="Step">At which it failed, or the last one.</param>
/// <param name="Said">In plain words, for whoever set the account up.</param>
/// <param name="Answer">What the server answered there; null when it did not.</param>
[GenerateSerializer, Immutable, Alias("account-check")]
public sealed record AccountCheck(DateTimeOffset At, bool Passed, string Step, string Said, string? Answer);

/// <param name="Transcript">The dialogue without passwords, a line each; empty where there was none.</param>
[GenerateSerializer, Immutable, Alias("check-result")]
public sealed record CheckResult(AccountCheck Check, string Transcript);

/// <param name="Step">At which a connection failed.</param>
/// <param name="Said">In plain words.</param>
/// <param name="Answer">Of the server, or our own words for none.</param>
[GenerateSerializer, Immutable, Alias("server-failure")]
public sealed record ServerFailure(string Step, string Said, string Answer);
