using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.SmtpAccounts;

/// <summary>What was held while it was paused is sent.</summary>
internal sealed class ResumeSmtpAccount : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/admin/tenants/{tenant}/smtp-accounts/{account}/resume", Audience.Operator, "resumeSmtpAccount",
        AdminPath.Tag, "Resume an SMTP account")
    {
        Description = "What was held while it was paused is sent. Repeating it changes nothing.",
        Outcomes = [new(204, "Done.")],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (await AdminPath.Account(call) is not { } account)
            return Problem.NotFound;
        await account.SetPaused(false);
        return Call.NoContent;
    }
}
