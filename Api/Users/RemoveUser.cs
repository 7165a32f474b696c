using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Users;

/// <summary>Takes access away, with the next request.</summary>
internal sealed class RemoveUser : IEndpoint
{
    public static Operation Operation { get; } = new(
        "DELETE", "/v1/users/{user}", Audience.Tenant, "removeUser", ListUsers.Tag,
        "Remove a user")
    {
        Scope = Scopes.UsersManage,
        Description = "The last admin cannot be removed.",
        Outcomes = [new(204, "Removed; all sessions are over.")],
        Problems = [ProblemTypes.NotFound, ProblemTypes.Conflict],
    };

    public static Task<IResult> Handle(Call call) => UsersOf.Caller(call).Remove();
}
