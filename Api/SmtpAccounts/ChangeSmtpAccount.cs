using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SmtpAccounts;

/// <summary>Replaces the settings of an SMTP account.</summary>
internal sealed class ChangeSmtpAccount : IEndpoint
{
    public static Operation Operation { get; } = new(
        "PUT", "/v1/smtp-accounts/{account}", Audience.Tenant, "changeSmtpAccount", AccountPath.Tag,
        "Change an SMTP account")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "Replaces all of it but its kind; a password that is left out stays, unless the server, its port, "
            + "security, certificate check or user changes: then it is asked for again. After a change of the server "
            + "mail is held until the account has passed a check.",
        Request = typeof(SmtpAccountRequest),
        Outcomes = [new(200, "Changed.", typeof(SmtpAccountBody))],
        Problems =
        [
            ProblemTypes.NotFound, ProblemTypes.PreconditionFailed, ProblemTypes.PlanLimit, ProblemTypes.Conflict,
            ProblemTypes.MalformedJson, ProblemTypes.InvalidField,
        ],
        Examples =
        [
            new("platform", "Another name and lane", """
                {"name": "Receipts", "email": "shop@shop.example", "stream": "transactional"}
                """, 200),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var (settings, secrets) = AccountFields.Read(fields);
        if (fields.Problem() is { } problem)
            return problem;
        if (await AccountPath.Find(call) is null)
            return Problem.NotFound;
        var answer = await AccountPath.Registrar(call).ChangeAccount(
            AccountId.Parse(call.Segment("account")), settings, secrets, call.IfMatch);
        return Call.Answer(answer, SmtpAccountBody.Of, ApiJson.Wire.SmtpAccountBody);
    }
}
