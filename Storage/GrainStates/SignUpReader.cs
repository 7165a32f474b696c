using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Storage.Databases;

namespace Actors.Storage.GrainStates;

internal sealed class SignUpReader(IDatabase database) : ISignUpReader
{
    private static readonly Sql OfTenant = new("""
        SELECT grain FROM grain_state WHERE grain > ?1 AND grain < ?2 AND state IS NOT NULL ORDER BY grain LIMIT ?3
        """);

    public async Task<ImmutableArray<ContactHash>> Read(TenantId tenant, ContactHash? after, int limit)
    {
        var prefix = $"signup/{tenant}/";
        using var reading = await database.Read();
        using var rows = reading.Prepare(OfTenant);
        rows.Bind(1, prefix + after?.Value);
        rows.Bind(2, $"signup/{tenant}0"); // what comes behind the slash
        rows.Bind(3, (long)limit);
        var found = ImmutableArray.CreateBuilder<ContactHash>();
        while (rows.Step())
            found.Add(ContactKey.Parse(rows.Text(0)["signup/".Length..]).Hash);
        return found.DrainToImmutable();
    }
}
