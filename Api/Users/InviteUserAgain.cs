using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Users;

/// <summary>Sends another link; the one before stops working.</summary>
internal sealed class InviteUserAgain : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/users/{user}/invitation", Audience.Tenant, "inviteUserAgain", ListUsers.Tag,
        "Send the invitation again")
    {
        Scope = Scopes.UsersManage,
        Outcomes = [new(200, "Sent.", typeof(UserBody))],
        Problems = [ProblemTypes.NotFound, ProblemTypes.Conflict, ProblemTypes.TooManyAttempts],
    };

    public static async Task<IResult> Handle(Call call) =>
        await UsersOf.Caller(call).InviteAgain(await Inviter.Of(call));
}
