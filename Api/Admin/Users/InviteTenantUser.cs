using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Api.Users;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Users;

/// <summary>Asks somebody to become a tenant's user: its first, as a rule.</summary>
internal sealed class InviteTenantUser : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/admin/tenants/{tenant}/users", Audience.Operator, "inviteTenantUser", AdminPath.Tag,
        "Invite a tenant's user")
    {
        Request = typeof(InviteUserRequest),
        Outcomes = [new(201, "Invited.", typeof(UserBody))],
        Problems =
        [
            ProblemTypes.NotFound, ProblemTypes.MalformedJson, ProblemTypes.NotAllowed, ProblemTypes.PlanLimit,
            ProblemTypes.AlreadyExists, ProblemTypes.Conflict, ProblemTypes.UnsupportedMediaType,
            ProblemTypes.InvalidField, ProblemTypes.TooManyAttempts,
        ],
        Examples =
        [
            new("admin", "The first admin", """{"email": "owner@example.org", "role": "admin"}""", 201),
        ],
    };

    public static async Task<IResult> Handle(Call call) => await AdminPath.Tenant(call) is { } tenant
        ? await UsersOf.Tenant(call, tenant.Id).Invite(Inviter.Operator, $"/v1/admin/tenants/{tenant.Id}/users")
        : Problem.NotFound;
}
