using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Ports;

namespace Actors.Grains.SignUps;

[StatelessWorker]
public sealed class SignUpQueryGrain(ISignUpReader signUps) : Grain, ISignUpQueryGrain
{
    public Task<ImmutableArray<ContactHash>> Asked(ContactHash? after, int limit) =>
        signUps.Read(TenantId.Parse(this.GetPrimaryKeyString()), after, limit);
}
