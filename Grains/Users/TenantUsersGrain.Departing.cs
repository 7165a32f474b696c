using Actors.Grains.Departures;
using Actors.Grains.People;
using Actors.Grains.Ports;
using Actors.Mail.Addresses;

namespace Actors.Grains.Users;

/// <summary>What persons are told: who is no user any more, and a tenant that leaves.</summary>
public sealed partial class TenantUsersGrain
{
    public async Task<string?> Export() => stored.RecordExists ? ExportLine.Of(new Exported(await List())) : null;

    /// <summary>Ends every session for this tenant first, also of users who were removed and are not told
    /// yet.</summary>
    public async Task Erase()
    {
        foreach (var user in stored.State.Users)
            await Leave(Without(stored.State, user));
        await Leave(stored.State);
        await stored.Erase(this);
    }

    private async Task TellPersons()
    {
        if (stored.State.Parting.IsEmpty)
            return;
        await Leave(stored.State);
        await stored.Save(stored.State with { Parting = [] }, this);
    }

    private async Task Leave(TenantUsersState state)
    {
        foreach (var (person, membership) in state.Parting)
            await Person(person).Leave(membership);
    }

    /// <summary>Also the person behind an address that was to be the user's: a crash may have left it joined, or with a
    /// password.</summary>
    private TenantUsersState Without(TenantUsersState state, StoredUser user)
    {
        var next = WithParting(state, user.Address, user.Id);
        return user.NextAddress is { } address ? WithParting(next, address, user.Id) : next;
    }

    private TenantUsersState WithParting(TenantUsersState state, EmailAddress person, string user) =>
        state with { Parting = state.Parting.Add(new Parting(person.Key, new Membership(Tenant, user))) };

    private IPersonGrain Person(string key) => GrainFactory.GetGrain<IPersonGrain>(key);

    private sealed record Exported(IReadOnlyList<UserView> Users);
}
