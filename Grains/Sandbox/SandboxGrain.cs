using Actors.Grains.Ids;
using Actors.Grains.Ports;

namespace Actors.Grains.Sandbox;

[StatelessWorker]
public sealed class SandboxGrain(ISandboxStore store) : Grain, ISandboxGrain
{
    private TenantId Tenant => TenantId.Parse(this.GetPrimaryKeyString());

    public Task<SandboxPage> List(string? after, int limit) => store.List(Tenant, after, limit);

    public Task<ReceivedMail?> Find(string id) => store.Find(Tenant, id);
}
