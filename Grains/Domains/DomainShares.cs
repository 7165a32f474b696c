using Actors.Grains.Links;
using Actors.Grains.Submissions;

namespace Actors.Grains.Domains;

/// <summary>Links that show a domain's records to who administers it.</summary>
public static class DomainShares
{
    private const int IdLetters = 12;

    public static Refusal TooMany { get; } = Refusal.Of(
        RefusalCode.Conflict,
        $"A domain has {DomainLimits.SharesMax} share links at most: revoke one, or wait until one expires.");

    /// <returns>The state without expired links and with the new one; no view when there are too many.</returns>
    public static (DomainState State, ShareView? Share) Add(
        DomainState state, string hash, int days, DateTimeOffset now)
    {
        var open = state.Shares.RemoveAll(share => share.ExpiresAt <= now);
        if (open.Length >= DomainLimits.SharesMax)
            return (state, null);
        var share = new StoredShare(hash[..IdLetters], hash, now, now + TimeSpan.FromDays(days));
        return (state with { Shares = open.Add(share) }, new ShareView(share.Id, share.CreatedAt, share.ExpiresAt));
    }

    public static DomainState Remove(DomainState state, string id) =>
        state.Shares.FirstOrDefault(share => share.Id == id) is { } share
            ? state with { Shares = state.Shares.Remove(share) }
            : state;

    public static LinkStanding Standing(DomainState state, string hash, DateTimeOffset now) =>
        !state.IsThere || state.Shares.FirstOrDefault(share => share.Hash == hash) is not { } found
            ? LinkStanding.Unknown
            : found.ExpiresAt <= now ? LinkStanding.Expired : LinkStanding.Open;
}
