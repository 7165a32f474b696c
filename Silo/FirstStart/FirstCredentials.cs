using Actors.Grains.SmtpAccounts;

namespace Actors.Silo.FirstStart;

/// <summary>The secrets of the first start, shown once.</summary>
public sealed record FirstCredentials(string OperatorKey, string ApiKey, IssuedLogin Login);
