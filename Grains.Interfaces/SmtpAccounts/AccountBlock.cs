namespace Actors.Grains.SmtpAccounts;

/// <summary>The platform's block of an account whose mail has gone too far. Apart from the tenant's own switch and from
/// the operator's pause: all of them must allow mail to leave.</summary>
/// <param name="Number">Counts the blocks for this cause: one that is told twice is one.</param>
/// <param name="Reason">For the tenant and the operator.</param>
[GenerateSerializer, Immutable, Alias("account-block")]
public sealed record AccountBlock(BlockCause Cause, int Number, DateTimeOffset At, string Reason);

/// <summary>Whose rates were too high. Stored as the number: only append.</summary>
public enum BlockCause
{
    Account = 0,

    /// <summary>All accounts of the tenant together.</summary>
    Tenant = 1,
}
