using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SmtpAccounts;

/// <summary>What was held while it was off is sent.</summary>
internal sealed class EnableSmtpAccount : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/smtp-accounts/{account}/enable", Audience.Tenant, "enableSmtpAccount", AccountPath.Tag,
        "Switch an SMTP account on")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "What was held while it was off is sent. "
            + "An own account whose server has passed no check is checked first (`conflict`). "
            + Switching.Description,
        Outcomes = [new(200, "As it is now.", typeof(SmtpAccountBody))],
        Problems = [ProblemTypes.NotFound, ProblemTypes.Conflict],
    };

    public static Task<IResult> Handle(Call call) => Switching.Switch(call, on: true);
}
