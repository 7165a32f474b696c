using Actors.Grains.Departures;
using Actors.Grains.People;

namespace Actors.Grains.Users;

/// <summary>The users of a tenant that leaves.</summary>
public sealed partial class TenantUsersGrain
{
    public async Task<string?> Export() => stored.RecordExists ? ExportLine.Of(new Exported(await List())) : null;

    /// <summary>Ends every session for this tenant first.</summary>
    public async Task Erase()
    {
        foreach (var user in stored.State.Users)
            await Person(user.Address.Key).Leave(new Membership(Tenant, user.Id));
        await stored.Erase(this);
    }

    private sealed record Exported(IReadOnlyList<UserView> Users);
}
