using Actors.Api.Hosting;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Mail.Addresses;

namespace Actors.Api.Domains;

/// <summary>Finds the domain that the path of a request names, in A-labels or in its own script.</summary>
internal static class DomainPath
{
    public const string Tag = "Domains";
    public const int NameLengthMax = 255;

    /// <returns>Null for what is no domain name: a 404.</returns>
    public static IDomainGrain? Find(Call call) =>
        DomainName.TryParse(call.Segment("domain"), out var domain) ? Grain(call, domain) : null;

    public static IDomainGrain Grain(Call call, DomainName domain) =>
        call.Grains.GetGrain<IDomainGrain>(new DomainKey(call.Tenant, domain).ToString());
}
