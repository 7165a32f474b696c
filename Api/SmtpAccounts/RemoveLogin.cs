using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SmtpAccounts;

/// <summary>Ends an SMTP login of the tenant's.</summary>
internal sealed class RemoveLogin : IEndpoint
{
    public static Operation Operation { get; } = new(
        "DELETE", "/v1/smtp-accounts/{account}/logins/{user}", Audience.Tenant, "removeLogin", AccountPath.Tag,
        "Remove an SMTP login")
    {
        Scope = Scopes.SettingsWrite,
        Description = "It is refused from the next login on; connections that are open stay.",
        Outcomes = [new(204, "Removed.")],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) =>
        await AccountPath.Find(call) is { } account && await account.RevokeLogin(call.Segment("user"))
            ? Call.NoContent
            : Problem.NotFound;
}
