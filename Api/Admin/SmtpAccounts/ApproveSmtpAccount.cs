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
        Description = "Lets the account send. Repeating it changes nothing.",
        Outcomes = [new(204, "Done.")],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (await AdminPath.Account(call) is not { } account)
            return Problem.NotFound;
        await account.Approve();
        return Call.NoContent;
    }
}
