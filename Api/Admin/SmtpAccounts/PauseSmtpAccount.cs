using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.SmtpAccounts;

/// <summary>Mail is still accepted, and held until the account is resumed.</summary>
internal sealed class PauseSmtpAccount : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/admin/tenants/{tenant}/smtp-accounts/{account}/pause", Audience.Operator, "pauseSmtpAccount",
        AdminPath.Tag, "Pause an SMTP account")
    {
        Description = "Mail is still accepted, and held until the account is resumed. Repeating it changes nothing.",
        Outcomes = [new(204, "Done.")],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (await AdminPath.Account(call) is not { } account)
            return Problem.NotFound;
        await account.SetPaused(true);
        return Call.NoContent;
    }
}
