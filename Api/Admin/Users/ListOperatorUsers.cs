using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Api.Users;
using Actors.Grains.PlatformMails;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Users;

/// <summary>Shows who may use the operator's endpoints.</summary>
internal sealed class ListOperatorUsers : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/users", Audience.Operator, "listOperatorUsers", AdminPath.Tag,
        "List the operator's users")
    {
        Parameters =
        [
            new("limit", "1 to 100; 20 where absent.", "integer"),
            new("after", "The next of the page before."),
        ],
        Outcomes = [new(200, "A page.", typeof(Page<UserBody>))],
        Problems = [ProblemTypes.InvalidParameter],
    };

    public static Task<IResult> Handle(Call call) => UsersOf.Tenant(call, PlatformSender.Tenant).List();
}
