using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Api.Users;
using Actors.Grains.PlatformMails;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Users;

/// <summary>Asks somebody to become a user of the operator.</summary>
internal sealed class InviteOperatorUser : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/admin/users", Audience.Operator, "inviteOperatorUser", AdminPath.Tag,
        "Invite an operator's user")
    {
        Description = "The role is admin, or support: that one sees everything and changes nothing.",
        Request = typeof(InviteUserRequest),
        Outcomes = [new(201, "Invited.", typeof(UserBody))],
        Problems =
        [
            ProblemTypes.MalformedJson, ProblemTypes.NotAllowed, ProblemTypes.AlreadyExists, ProblemTypes.Conflict,
            ProblemTypes.UnsupportedMediaType, ProblemTypes.InvalidField, ProblemTypes.TooManyAttempts,
        ],
        Examples =
        [
            new(
                "support", "One who only looks", """{"email": "support@example.org", "role": "support"}""", 201),
        ],
    };

    public static Task<IResult> Handle(Call call) => UsersOf.Tenant(call, PlatformSender.Tenant).Invite(
        Inviter.Operator, "/v1/admin/users");
}
