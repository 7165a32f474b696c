using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SmtpAccounts;

/// <summary>Gives an SMTP login another password.</summary>
internal sealed class ChangeLoginPassword : IEndpoint
{
    public static Operation Operation { get; } = new(
        "PUT", "/v1/smtp-accounts/{account}/logins/{user}/password", Audience.Tenant, "changeLoginPassword",
        AccountPath.Tag, "Change an SMTP login's password")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "One made here, shown this once, or a chosen one of 12 to 128 characters. The old one is refused from the "
            + "next login on; connections that are open stay.",
        Request = typeof(LoginPasswordRequest),
        Outcomes = [new(200, "Changed.", typeof(LoginPasswordBody))],
        Problems = [ProblemTypes.NotFound, ProblemTypes.MalformedJson, ProblemTypes.InvalidField],
        Examples =
        [
            new("made", "One made here", "{}", 200),
            new("chosen", "A chosen one", """{"password": "seven-blue-kettles-sing"}""", 200),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var password = PasswordField.Read(fields);
        if (fields.Problem() is { } problem)
            return problem;
        if (await AccountPath.Find(call) is not { } account)
            return Problem.NotFound;
        call.Http.Response.Headers.CacheControl = "no-store";
        return Call.Answer(
            await account.ChangePassword(call.Segment("user"), PasswordField.Hashed(call, password)),
            LoginPasswordBody.Of, ApiJson.Wire.LoginPasswordBody);
    }
}

/// <param name="Password">12 to 128 characters; absent to have one made.</param>
internal sealed record LoginPasswordRequest(string? Password);
