using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Api.Users;
using Actors.Grains.PlatformMails;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Users;

/// <summary>Changes what an operator's user is called and may do.</summary>
internal sealed class ChangeOperatorUser : IEndpoint
{
    public static Operation Operation { get; } = new(
        "PATCH", "/v1/admin/users/{user}", Audience.Operator, "changeOperatorUser", AdminPath.Tag,
        "Change an operator's user")
    {
        Request = typeof(ChangeUserRequest),
        Outcomes = [new(200, "The user.", typeof(UserBody))],
        Problems =
        [
            ProblemTypes.MalformedJson, ProblemTypes.NotAllowed, ProblemTypes.NotFound, ProblemTypes.Conflict,
            ProblemTypes.PreconditionFailed, ProblemTypes.UnsupportedMediaType, ProblemTypes.InvalidField,
        ],
        Examples = [new("name", "Another name", """{"name": "Eve"}""", 200)],
    };

    public static Task<IResult> Handle(Call call) => UsersOf.Tenant(call, PlatformSender.Tenant).Change();
}
