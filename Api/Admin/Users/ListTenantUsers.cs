using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Api.Users;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Users;

/// <summary>Shows who may use a tenant.</summary>
internal sealed class ListTenantUsers : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/tenants/{tenant}/users", Audience.Operator, "listTenantUsers", AdminPath.Tag,
        "List a tenant's users")
    {
        Parameters =
        [
            new("limit", "1 to 100; 20 where absent.", "integer"),
            new("after", "The next of the page before."),
        ],
        Outcomes = [new(200, "A page.", typeof(Page<UserBody>))],
        Problems = [ProblemTypes.NotFound, ProblemTypes.InvalidParameter],
    };

    public static async Task<IResult> Handle(Call call) => await AdminPath.Tenant(call) is { } tenant
        ? await UsersOf.Tenant(call, tenant.Id).List()
        : Problem.NotFound;
}
