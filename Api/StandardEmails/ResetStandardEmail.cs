using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Api.Templates;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.StandardEmails;

/// <summary>Puts the original of a standard e-mail back into use.</summary>
internal sealed class ResetStandardEmail : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/standard-emails/{kind}/reset", Audience.Tenant, "resetStandardEmail", TemplateCalls.Tag,
        "Go back to the original of a standard e-mail")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "Versions stay: one can go back to them.",
        Outcomes = [new(200, "Done; repeating it changes nothing.", typeof(StandardEmailBody))],
        Problems = [ProblemTypes.NotFound, ProblemTypes.PreconditionFailed],
    };

    public static Task<IResult> Handle(Call call) =>
        TemplateCalls.Run(call, template => template.Reset(call.IfMatch));
}
