using System.Collections.Immutable;
using Actors.Grains.Alarms;
using Actors.Grains.Answers;
using Actors.Grains.Departures;
using Actors.Grains.Links;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Grains.TestAddresses;

/// <summary>Addresses that test messages of a tenant may go to, each proved by a link. They are no users.</summary>
/// <remarks>Key: <see cref="Ids.TenantId"/>.</remarks>
[Alias("test-addresses")]
public interface ITestAddressesGrain : IAlarmed, ITenantPart
{
    /// <summary>Sends a link to a new address, and another to one that waits for its proof. A verified one stays as it
    /// is.</summary>
    Task<Answer<TestAddressView>> Add(EmailAddress address);

    /// <returns>Null when done.</returns>
    Task<Refusal?> Remove(EmailAddress address);

    /// <returns>In the order they were added; at most <see cref="TestAddressLimits.Max"/>.</returns>
    [ReadOnly]
    Task<ImmutableArray<TestAddressView>> List();

    /// <returns>Whether the address was proved.</returns>
    [ReadOnly]
    Task<bool> IsVerified(EmailAddress address);

    /// <param name="link">Hash of the token.</param>
    [ReadOnly]
    Task<LinkStanding> Standing(EmailAddress address, string link);

    /// <summary>Follows the link; repeating it changes nothing.</summary>
    Task<LinkStanding> Confirm(EmailAddress address, string link);
}

public static class TestAddressLimits
{
    /// <summary>Addresses of one tenant, whatever its plan.</summary>
    public const int Max = 10;

    public static readonly TimeSpan LinkLife = TimeSpan.FromDays(7);

    /// <summary>Between two mails to the same address.</summary>
    public static readonly TimeSpan MailPause = TimeSpan.FromMinutes(1);
}

[GenerateSerializer, Immutable, Alias("test-address-view")]
public sealed record TestAddressView(EmailAddress Address, bool Verified, DateTimeOffset AddedAt);
