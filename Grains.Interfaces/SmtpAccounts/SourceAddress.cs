namespace Actors.Grains.SmtpAccounts;

/// <summary>What an account with a dedicated address sends from.</summary>
/// <param name="Address">Of a host of the platform's, as text.</param>
/// <param name="HelloName">What it says in EHLO, which should be the name that the address resolves back to, as
/// A-labels; null for the platform's.</param>
[GenerateSerializer, Immutable, Alias("source-address")]
public sealed record SourceAddress(string Address, string? HelloName)
{
    /// <summary>What an account with it is listed by, across tenants.</summary>
    public string Topic => $"ip/{Address}";
}
