using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.SmtpAccounts;

/// <summary>Ends an SMTP login.</summary>
internal sealed class RevokeLogin : IEndpoint
{
    public static Operation Operation { get; } = new(
        "DELETE", "/v1/admin/tenants/{tenant}/smtp-accounts/{account}/logins/{user}", Audience.Operator, "revokeLogin",
        AdminPath.Tag, "Revoke an SMTP login")
    {
        Outcomes = [new(204, "Revoked.")],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) =>
        await AdminPath.Account(call) is { } account && await account.RevokeLogin(call.Segment("user"))
            ? Call.NoContent
            : Problem.NotFound;
}
