namespace Actors.Grains.Messages;

/// <summary>Where an attempt went, for whoever has to explain it later.</summary>
/// <param name="Host">The name of the server, from MX or the static route; null when none was reached.</param>
/// <param name="Address">Its IP address and port; null when none was reached.</param>
/// <param name="Tls">Protocol and cipher, such as <c>Tls13 TLS_AES_256_GCM_SHA384</c>; null in clear.</param>
/// <param name="Stage">The step of the dialogue that decided, such as <c>RcptTo</c>; null when none began.</param>
/// <param name="Duration">From the start of the attempt to its end.</param>
/// <param name="Relayed">It went to the account's own server: what became of it beyond is not known here.</param>
[GenerateSerializer, Immutable, Alias("attempt-trace")]
public sealed record AttemptTrace(
    string? Host, string? Address, string? Tls, string? Stage, TimeSpan Duration, bool Relayed = false)
{
    public static AttemptTrace None { get; } = new(null, null, null, null, TimeSpan.Zero);
}
