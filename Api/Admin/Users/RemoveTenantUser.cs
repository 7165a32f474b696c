using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Api.Users;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Users;

/// <summary>Takes a user's access away.</summary>
internal sealed class RemoveTenantUser : IEndpoint
{
    public static Operation Operation { get; } = new(
        "DELETE", "/v1/admin/tenants/{tenant}/users/{user}", Audience.Operator, "removeTenantUser", AdminPath.Tag,
        "Remove a tenant's user")
    {
        Outcomes = [new(204, "Removed.")],
        Problems = [ProblemTypes.NotFound, ProblemTypes.NotAllowed, ProblemTypes.Conflict],
    };

    public static async Task<IResult> Handle(Call call) => await AdminPath.Tenant(call) is { } tenant
        ? await UsersOf.Tenant(call, tenant.Id).Remove()
        : Problem.NotFound;
}
