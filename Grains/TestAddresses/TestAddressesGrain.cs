using System.Collections.Immutable;
using Actors.Grains.Answers;
using Actors.Grains.Departures;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.TestAddresses;

public sealed class TestAddressesGrain(
    [PersistentState("test-addresses", StorageNames.Grains)] IPersistentState<TestAddressesState> stored,
    LinkIssuer links, TimeProvider time, ILogger<TestAddressesGrain> log) : Grain, ITestAddressesGrain
{
    private TenantId Tenant => TenantId.Parse(this.GetPrimaryKeyString());

    private DateTimeOffset Now => time.GetUtcNow();

    public async Task<Answer<TestAddressView>> Add(EmailAddress address)
    {
        var link = links.New();
        var (next, refusal) = TestAddressRules.Added(stored.State, address, link.Hash, Now);
        if (refusal is not null)
            return refusal;
        if (!ReferenceEquals(next, stored.State))
        {
            if (await GrainFactory.GetGrain<IPlatformMailGrain>(Tenant.Value).MayApproach() is { } tooMany)
                return tooMany;
            var expires = Now + TestAddressLimits.LinkLife;
            await GrainFactory.GetGrain<ILinkGrain>(link.Hash)
                .Issue(new LinkTarget(LinkPurpose.TestAddress, Tenant, address.ToString()), expires);
            var mail = PlatformMail.TestAddressConfirmation(
                "test-address-" + link.Hash[..16], address, link.Url, expires);
            await stored.Save(next with { Outgoing = next.Outgoing.Add(mail) }, this);
            await Wake();
        }

        return Answer.Of(ViewOf(TestAddressRules.Find(stored.State, address)!));
    }

    public async Task<Refusal?> Remove(EmailAddress address)
    {
        var (next, refusal) = TestAddressRules.Removed(stored.State, address);
        if (refusal is null)
            await stored.Save(next, this);
        return refusal;
    }

    public Task<ImmutableArray<TestAddressView>> List() =>
        Task.FromResult(stored.State.Addresses.Select(ViewOf).ToImmutableArray());

    public async Task<string?> Export() =>
        stored.RecordExists ? ExportLine.Of(new Exported(await List())) : null;

    public Task Erase() => stored.Erase(this);

    public Task<bool> IsVerified(EmailAddress address) =>
        Task.FromResult(TestAddressRules.Find(stored.State, address) is { Verified: true });

    public Task<LinkStanding> Standing(EmailAddress address, string link) =>
        Task.FromResult(TestAddressRules.Standing(stored.State, address, link, Now));

    public async Task<LinkStanding> Confirm(EmailAddress address, string link)
    {
        var standing = TestAddressRules.Standing(stored.State, address, link, Now);
        if (standing == LinkStanding.Open)
            await stored.Save(TestAddressRules.Confirmed(stored.State, address), this);
        return standing;
    }

    public Task Wake() => stored.Drain(Tenant, GrainFactory, this, log);

    private static TestAddressView ViewOf(TestAddress one) => new(one.Address, one.Verified, one.AddedAt);

    private sealed record Exported(IReadOnlyList<TestAddressView> Addresses);
}
