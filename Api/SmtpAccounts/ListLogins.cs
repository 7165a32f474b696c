using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SmtpAccounts;

/// <summary>Shows an account's SMTP logins.</summary>
internal sealed class ListLogins : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/smtp-accounts/{account}/logins", Audience.Tenant, "listLogins", AccountPath.Tag,
        "List an SMTP account's logins")
    {
        Scope = Scopes.SettingsRead,
        Description = "In the order in which they were made: an account has at most 100.",
        Outcomes = [new(200, "All of them.", typeof(Page<LoginBody>))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) =>
        await AccountPath.Find(call) is { } account && await account.Get() is { } view
            ? Call.Ok(
                new Page<LoginBody>([.. view.Logins.Select(LoginBody.Of)], false, null), ApiJson.Wire.PageLoginBody)
            : Problem.NotFound;
}
