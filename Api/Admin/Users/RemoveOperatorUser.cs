using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Api.Users;
using Actors.Grains.PlatformMails;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Users;

/// <summary>Takes an operator's user's access away.</summary>
internal sealed class RemoveOperatorUser : IEndpoint
{
    public static Operation Operation { get; } = new(
        "DELETE", "/v1/admin/users/{user}", Audience.Operator, "removeOperatorUser", AdminPath.Tag,
        "Remove an operator's user")
    {
        Outcomes = [new(204, "Removed.")],
        Problems = [ProblemTypes.NotFound, ProblemTypes.NotAllowed, ProblemTypes.Conflict],
    };

    public static Task<IResult> Handle(Call call) => UsersOf.Tenant(call, PlatformSender.Tenant).Remove();
}
