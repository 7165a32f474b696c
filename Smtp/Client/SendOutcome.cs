namespace Actors.Smtp.Client;

/// <summary>How an attempt to send a message ended.</summary>
/// <param name="Recipients">One for each recipient of the message, in its order.</param>
/// <param name="Endpoint">The server that decided; null when none was tried.</param>
/// <param name="Tls">What protected the connection; null when nothing did.</param>
public sealed record SendOutcome(IReadOnlyList<RecipientOutcome> Recipients, SmtpEndpoint? Endpoint, TlsInfo? Tls);
