using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Users;

/// <summary>Shows who may use the tenant.</summary>
internal sealed class ListUsers : IEndpoint
{
    public const string Tag = "Users";

    public static Operation Operation { get; } = new(
        "GET", "/v1/users", Audience.Tenant, "listUsers", Tag,
        "List the users")
    {
        Scope = Scopes.UsersManage,
        Parameters =
        [
            new("limit", "1 to 100; 20 where absent.", "integer"),
            new("after", "The next of the page before."),
        ],
        Outcomes = [new(200, "A page, in the order they were invited.", typeof(Page<UserBody>))],
        Problems = [ProblemTypes.InvalidParameter],
    };

    public static Task<IResult> Handle(Call call) => UsersOf.Caller(call).List();
}
