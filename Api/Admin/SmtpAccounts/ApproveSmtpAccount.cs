using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.SmtpAccounts;

/// <summary>Lets the account send.</summary>
internal sealed class ApproveSmtpAccount : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/admin/tenants/{tenant}/smtp-accounts/{account}/approve", Audience.Operator, "approveSmtpAccount",
        AdminPath.Tag, "Approve an SMTP account")
    {
        Description =
            "Lets the account send; the tenant's admins are told by mail. An account with a dedicated IP is assigned "
            + "its source address before (`conflict`). Repeating it changes nothing.",
        Outcomes = [new(204, "Done.")],
        Problems = [ProblemTypes.NotFound, ProblemTypes.Conflict],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (await AdminPath.Account(call) is not { } account)
            return Problem.NotFound;
        return await account.Approve() is { } refusal ? Problem.Of(refusal) : Call.NoContent;
    }
}
