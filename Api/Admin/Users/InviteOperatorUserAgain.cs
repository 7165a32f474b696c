using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Api.Users;
using Actors.Grains.PlatformMails;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Users;

/// <summary>Sends another link; the one before stops working.</summary>
internal sealed class InviteOperatorUserAgain : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/admin/users/{user}/invitation", Audience.Operator, "inviteOperatorUserAgain", AdminPath.Tag,
        "Send an operator's invitation again")
    {
        Outcomes = [new(200, "Sent.", typeof(UserBody))],
        Problems =
        [
            ProblemTypes.NotFound, ProblemTypes.NotAllowed, ProblemTypes.Conflict, ProblemTypes.TooManyAttempts,
        ],
    };

    public static Task<IResult> Handle(Call call) =>
        UsersOf.Tenant(call, PlatformSender.Tenant).InviteAgain(Inviter.Operator);
}
