using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Api.SmtpAccounts;
using Actors.Grains.SmtpAccounts;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.SmtpAccounts;

/// <summary>Answers a tenant that asked for an account with a no.</summary>
internal sealed class DeclineSmtpAccount : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/admin/tenants/{tenant}/smtp-accounts/{account}/decline", Audience.Operator, "declineSmtpAccount",
        AdminPath.Tag, "Decline an SMTP account")
    {
        Description = "For an account that waits for approval. It can still be approved later.",
        Request = typeof(DeclineAccountRequest),
        Outcomes = [new(200, "Declined.", typeof(SmtpAccountBody))],
        Problems =
            [ProblemTypes.NotFound, ProblemTypes.Conflict, ProblemTypes.MalformedJson, ProblemTypes.InvalidField],
        Examples = [new("reason", "With a reason for the tenant", """{"reason": "The imprint is missing"}""", 200)],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var reason = fields.Name("reason", AccountLimits.NameLengthMax);
        if (fields.Problem() is { } problem)
            return problem;
        return await AdminPath.Account(call) is { } account
            ? Call.Answer(await account.Decline(reason), SmtpAccountBody.Of, ApiJson.Wire.SmtpAccountBody)
            : Problem.NotFound;
    }
}

/// <param name="Reason">1 to 100 characters, for the tenant.</param>
internal sealed record DeclineAccountRequest(string Reason);
