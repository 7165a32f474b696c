using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Subscriptions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Ports;

/// <summary>Reads what a tenant has used of its allowance, as it is counted in the commits that use it.</summary>
public interface IAllowanceReader
{
    /// <summary>Messages that count and were accepted in the month, without those that were given back.</summary>
    Task<long> Messages(TenantId tenant, BillingMonth month);

    /// <summary>Contacts that may be sent marketing, at present.</summary>
    Task<long> ActiveContacts(TenantId tenant);

    /// <returns>How many of these would become active contacts, each counted once.</returns>
    Task<int> NewContacts(TenantId tenant, ImmutableArray<EmailAddress> addresses);
}
