using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.SmtpAccounts;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.SmtpAccounts;

/// <summary>Mail is still accepted, and held until the account is resumed.</summary>
internal sealed class PauseSmtpAccount : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/admin/tenants/{tenant}/smtp-accounts/{account}/pause", Audience.Operator, "pauseSmtpAccount",
        AdminPath.Tag, "Pause an SMTP account")
    {
        Description =
            "Mail is still accepted, and held until the account is resumed. The tenant's admins are told by mail, with "
            + "the reason if the body has one; a body is not needed. Repeating it changes nothing.",
        Request = typeof(PauseAccountRequest),
        Outcomes = [new(204, "Done.")],
        Problems = [ProblemTypes.NotFound, ProblemTypes.MalformedJson, ProblemTypes.InvalidField],
        Examples = [new("reason", "With a reason for the tenant", """{"reason": "Too many complaints"}""", 204)],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var reason = fields.NameOrNull("reason", AccountLimits.NameLengthMax);
        if (fields.Problem() is { } problem)
            return problem;
        if (await AdminPath.Account(call) is not { } account)
            return Problem.NotFound;
        await account.SetPaused(true, reason);
        return Call.NoContent;
    }
}

/// <param name="Reason">1 to 100 characters, for the tenant; absent for none.</param>
internal sealed record PauseAccountRequest(string? Reason);
