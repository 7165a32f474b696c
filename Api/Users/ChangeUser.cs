using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Users;

/// <summary>Changes what a user is called and may do.</summary>
internal sealed class ChangeUser : IEndpoint
{
    public static Operation Operation { get; } = new(
        "PATCH", "/v1/users/{user}", Audience.Tenant, "changeUser", ListUsers.Tag,
        "Change a name or role")
    {
        Scope = Scopes.UsersManage,
        Description =
            """
            In force with the next request of the user. The last admin stays one. If-Match is honoured.
            """,
        Request = typeof(ChangeUserRequest),
        Outcomes = [new(200, "The user.", typeof(UserBody))],
        Problems =
        [
            ProblemTypes.MalformedJson, ProblemTypes.PlanLimit, ProblemTypes.NotFound, ProblemTypes.Conflict,
            ProblemTypes.PreconditionFailed, ProblemTypes.UnsupportedMediaType, ProblemTypes.InvalidField,
        ],
        Examples = [new("name", "Another name", """{"name": "Bob"}""", 200)],
    };

    public static Task<IResult> Handle(Call call) => UsersOf.Caller(call).Change();
}
