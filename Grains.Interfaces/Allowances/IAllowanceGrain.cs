using Actors.Grains.Subscriptions;

namespace Actors.Grains.Allowances;

/// <summary>What a tenant may still send in a month, and how many more active contacts it may have.</summary>
/// <remarks>Key: <see cref="Ids.TenantId"/>. Nothing of it is stored: what is used is counted in the commits that use
/// it, and read again when the grain begins and whenever the limit seems to be reached. In between it keeps what was
/// reserved, so that the limit is neither overshot nor left unused however many ask at once.</remarks>
[Alias("allowance")]
public interface IAllowanceGrain : IGrainWithStringKey
{
    /// <summary>Asked before the commit of what it is for; decided as a whole. Where the limit seems to be reached the
    /// answer waits for what others have open, and for a fresh count.</summary>
    /// <returns>A refusal where there is not enough left.</returns>
    [AlwaysInterleave]
    Task<AllowanceAnswer> Reserve(AllowanceRequest request);

    /// <summary>Told after the commit.</summary>
    /// <param name="number">Of the reservation. One that is not known changes nothing.</param>
    /// <param name="used">Whether it was stored.</param>
    [AlwaysInterleave]
    Task Settle(long number, bool used);

    /// <summary>As stored at this moment, without what is reserved.</summary>
    [AlwaysInterleave]
    Task<AllowanceView> Get();
}

/// <param name="Messages">0 or more.</param>
/// <param name="Contacts">Addresses that would become active contacts; 0 or more.</param>
/// <param name="At">When they are accepted: says which month they count in.</param>
[GenerateSerializer, Immutable, Alias("allowance-request")]
public sealed record AllowanceRequest(int Messages, int Contacts, DateTimeOffset At);

/// <param name="Number">Of the reservation, to be settled; 0 where it is refused.</param>
/// <param name="Refusal">Null where it is granted.</param>
[GenerateSerializer, Immutable, Alias("allowance-answer")]
public sealed record AllowanceAnswer(long Number, Submissions.Refusal? Refusal);

[GenerateSerializer, Immutable, Alias("allowance-view")]
public sealed record AllowanceView(BillingMonth Month, Used Messages, Used Contacts);

/// <param name="Limit">Null for any number.</param>
[GenerateSerializer, Immutable, Alias("allowance-used")]
public readonly record struct Used(long Count, long? Limit)
{
    /// <summary>What is left; null for any number.</summary>
    public long? Left => Limit is { } limit ? Math.Max(limit - Count, 0) : null;
}
