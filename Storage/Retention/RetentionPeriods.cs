using Actors.Grains.Ids;
using Actors.Grains.Subscriptions;

namespace Actors.Storage.Retention;

/// <summary>How long each tenant's log is kept after a message has ended: as many days as its plan has, up to the
/// option, and those of the add-on beside.</summary>
/// <remarks>Read from the tenant's contract as its grain stores it, so both cannot differ. A tenant without one, from
/// before there were plans, has the option's days.</remarks>
internal sealed class RetentionPeriods(IGrainStorage grains, StorageOptions options)
{
    private const string GrainType = "subscription";
    private const string StateName = "subscription";

    public async Task<TimeSpan> Of(TenantId tenant)
    {
        var contract = new GrainState<SubscriptionState>();
        await grains.ReadStateAsync(StateName, GrainId.Create(GrainType, tenant.Value), contract);
        var days = contract is { RecordExists: true, State.Retention: { Days: > 0 } retention }
            ? Math.Min(retention.Days, options.RetentionDays) + retention.ExtraDays
            : options.RetentionDays;
        return TimeSpan.FromDays(days);
    }
}
