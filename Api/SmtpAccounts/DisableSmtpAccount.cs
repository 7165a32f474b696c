using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SmtpAccounts;

/// <summary>Mail is still accepted, and held until the account is switched on again.</summary>
internal sealed class DisableSmtpAccount : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/smtp-accounts/{account}/disable", Audience.Tenant, "disableSmtpAccount", AccountPath.Tag,
        "Switch an SMTP account off")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "Mail is still accepted, and held until the account is switched on again. "
            + Switching.Description,
        Outcomes = [new(200, "As it is now.", typeof(SmtpAccountBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static Task<IResult> Handle(Call call) => Switching.Switch(call, on: false);
}
