using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.SmtpAccounts;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SmtpAccounts;

/// <summary>Makes an SMTP login for one of the tenant's applications.</summary>
internal sealed class AddLogin : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/smtp-accounts/{account}/logins", Audience.Tenant, "addLogin", AccountPath.Tag,
        "Add an SMTP login")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "With a password made here, which is shown this once, or with a chosen one of 12 to 128 characters. The "
            + "user name is made here always. Up to 100 for an account.",
        Request = typeof(AddLoginRequest),
        Outcomes = [new(201, "Added.", typeof(LoginPasswordBody))],
        Problems =
            [ProblemTypes.NotFound, ProblemTypes.Conflict, ProblemTypes.MalformedJson, ProblemTypes.InvalidField],
        Examples =
        [
            new("made", "With a password made here", """{"application": "web shop"}""", 201),
            new("chosen", "With a chosen password", """
                {"application": "newsletter tool", "password": "seven-blue-kettles-sing"}
                """, 201),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var application = fields.Name("application", AccountLimits.NameLengthMax);
        var password = PasswordField.Read(fields);
        if (fields.Problem() is { } problem)
            return problem;
        if (await AccountPath.Find(call) is not { } account)
            return Problem.NotFound;
        call.Http.Response.Headers.CacheControl = "no-store";
        return Call.Answer(
            await account.AddLogin(application, PasswordField.Hashed(call, password)), LoginPasswordBody.Of,
            ApiJson.Wire.LoginPasswordBody, StatusCodes.Status201Created);
    }
}

/// <param name="Application">1 to 100 characters, to tell logins apart.</param>
/// <param name="Password">12 to 128 characters; absent to have one made.</param>
internal sealed record AddLoginRequest(string Application, string? Password);

/// <param name="Password">Shown this once; absent where it was chosen.</param>
internal sealed record LoginPasswordBody(string UserName, string? Password)
{
    public static LoginPasswordBody Of(LoginPassword login) => new(login.UserName, login.Password);
}
