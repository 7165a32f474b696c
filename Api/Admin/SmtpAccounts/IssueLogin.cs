using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.SmtpAccounts;

/// <summary>Makes an SMTP login for one application.</summary>
internal sealed class IssueLogin : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/admin/tenants/{tenant}/smtp-accounts/{account}/logins", Audience.Operator, "issueLogin",
        AdminPath.Tag, "Issue an SMTP login")
    {
        Description = "The password is shown this once; only its hash is kept.",
        Request = typeof(IssueLoginRequest),
        Outcomes = [new(201, "Issued.", typeof(IssuedLoginBody))],
        Problems = [ProblemTypes.NotFound, ProblemTypes.MalformedJson, ProblemTypes.InvalidField],
        Examples = [new("login", "A login for one application", """{"application": "web shop"}""", 201)],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var application = fields.Name("application", AdminPath.NameLengthMax);
        if (fields.Problem() is { } problem)
            return problem;
        if (await AdminPath.Account(call) is not { } account)
            return Problem.NotFound;
        var issued = await account.IssueLogin(application);
        call.Http.Response.Headers.CacheControl = "no-store";
        return Call.Created(
            new IssuedLoginBody(issued.UserName, issued.Password), ApiJson.Wire.IssuedLoginBody, null);
    }
}

/// <param name="Application">1 to 100 characters, to tell logins apart.</param>
internal sealed record IssueLoginRequest(string Application);

/// <param name="Password">Shown this once.</param>
internal sealed record IssuedLoginBody(string UserName, string Password);
