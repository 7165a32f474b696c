using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Users;

/// <summary>Shows one user.</summary>
internal sealed class GetUser : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/users/{user}", Audience.Tenant, "getUser", ListUsers.Tag,
        "Get a user")
    {
        Scope = Scopes.UsersManage,
        Outcomes = [new(200, "The user.", typeof(UserBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static Task<IResult> Handle(Call call) => UsersOf.Caller(call).Get();
}
