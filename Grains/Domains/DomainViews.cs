using Actors.Grains.Ids;
using Actors.Mail.Authentication.Domains.Records;

namespace Actors.Grains.Domains;

/// <summary>What others see of a domain.</summary>
public static class DomainViews
{
    public static DomainView View(DomainState state, DomainKey key, DomainOptions options) => new()
    {
        Domain = key.Domain.Ascii,
        Unicode = key.Domain.Unicode,
        Status = state.Status,
        WayOut = state.WayOut,
        Records = DomainRecords.Views(state, key.Domain, options),
        CreatedAt = state.CreatedAt,
        CheckedAt = state.LookedAt,
        NextCheckAt = state.OrderedAt is null ? state.NextLookAt : null,
        HeldFrom = state.BrokenAt + DomainLimits.Grace,
        OwnReturnPath = OwnReturnPath(state),
        ReturnPathHost = $"{state.ReturnPathLabel}.{key.Domain.Ascii}",
        TrackingHost = $"{state.TrackingLabel}.{key.Domain.Ascii}",
        Selector = state.SelectorWanted ?? state.Selector,
        DmarcReports = state.DmarcReports,
        Notify = state.Notify?.ToString(),
        AnySender = state.AnySender,
        Account = state.Account,
        Shares = [.. state.Shares.Select(share => new ShareView(share.Id, share.CreatedAt, share.ExpiresAt))],
    };

    public static DomainPolicy Policy(DomainState state) => new(
        state.Status, state.Status is DomainStatus.Verified or DomainStatus.Broken or DomainStatus.Held,
        state.Status == DomainStatus.Held, state.WayOut, state.AnySender, state.Account);

    /// <summary>Signed is with every key that was found once, also while records are missing: who forwards or looks
    /// late may still find it.</summary>
    public static DomainDelivery Delivery(DomainState state, DomainKey key) => new(
        state.Version,
        state.Status == DomainStatus.Held,
        OwnReturnPath(state) ? $"{state.ReturnPathLabel}.{key.Domain.Ascii}" : null,
        state.Status is DomainStatus.Pending or DomainStatus.Failed || state.KeyOf(state.ActiveSlot) is not { } signing
            ? []
            : [new SealedKey(DomainRecords.ActiveSelector(state), signing.Sealed)]);

    private static bool OwnReturnPath(DomainState state) =>
        state.Status is DomainStatus.Verified or DomainStatus.Broken && state.Seen.Any(seen =>
            seen is { Purpose: RecordPurpose.ReturnPath, State: RecordState.Found });
}
