using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Users;

/// <summary>Asks somebody to become a user.</summary>
internal sealed class InviteUser : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/users", Audience.Tenant, "inviteUser", ListUsers.Tag,
        "Invite a user")
    {
        Scope = Scopes.UsersManage,
        Description =
            """
            A mail with a link goes to the address; it holds for 7 days. Several users and other roles than
            admin are part of the larger plans.
            """,
        Request = typeof(InviteUserRequest),
        Outcomes = [new(201, "Invited.", typeof(UserBody))],
        Problems =
        [
            ProblemTypes.MalformedJson, ProblemTypes.PlanLimit, ProblemTypes.AlreadyExists, ProblemTypes.Conflict,
            ProblemTypes.UnsupportedMediaType, ProblemTypes.InvalidField, ProblemTypes.TooManyAttempts,
        ],
        Examples =
        [
            new("user", "An admin", """{"email": "ann@example.org", "name": "Ann", "role": "admin"}""", 201),
        ],
    };

    public static async Task<IResult> Handle(Call call) =>
        await UsersOf.Caller(call).Invite(await Inviter.Of(call), "/v1/users");
}
