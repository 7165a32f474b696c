using Actors.Grains.Messages;

namespace Actors.Grains.SmtpAccounts;

/// <summary>Whether a message may leave now, and by which server.</summary>
/// <param name="Reason">To hold instead, or <see cref="HoldReason.None"/> to go on.</param>
/// <param name="Relay">The tenant's own server; null for the platform's.</param>
[GenerateSerializer, Immutable, Alias("account-gate")]
public sealed record AccountGate(HoldReason Reason, OwnRelay? Relay = null)
{
    /// <summary>The address to send from; null for the platform's shared ones.</summary>
    [Id(0)] public SourceAddress? Source { get; init; }

    public static AccountGate Open { get; } = new(HoldReason.None);
}

/// <summary>An own server with what it takes to log in.</summary>
/// <param name="SealedPassword">For the purpose <see cref="AccountSecretPurposes.Password"/>; null for no
/// AUTH.</param>
/// <param name="SealedProxyPassword">Null where the proxy asks for none.</param>
/// <param name="Version">Of the server's settings: what is told of an earlier one counts no more.</param>
/// <param name="HasTrouble">Connections failed lately, so that one that works is news.</param>
[GenerateSerializer, Immutable, Alias("own-relay")]
public sealed record OwnRelay(
    OwnServer Server, string? SealedPassword, string? SealedProxyPassword, int Version, bool HasTrouble);
