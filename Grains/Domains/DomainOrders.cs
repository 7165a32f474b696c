using Actors.Grains.Ids;

namespace Actors.Grains.Domains;

/// <summary>What is to be done for a domain, from its state.</summary>
public static class DomainOrders
{
    public static DomainOrder Of(DomainState state, DomainKey key, DomainOptions options, DateTimeOffset now) => new(
        key,
        state.Ticket,
        DomainRules.KeysToMake(state, now),
        state.Unpublished ? DomainRecords.Sets(state, key.Domain, options) : null,
        state.IsDeleted ? [] : DomainRecords.Wanted(state, key.Domain, options));
}
