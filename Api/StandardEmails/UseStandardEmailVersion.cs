using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Api.Templates;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.StandardEmails;

/// <summary>Puts an earlier version of a standard e-mail back into use.</summary>
internal sealed class UseStandardEmailVersion : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/standard-emails/{kind}/versions/{version}/publish", Audience.Tenant, "useStandardEmailVersion",
        TemplateCalls.Tag, "Go back to a version of a standard e-mail")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "The draft stays as it is.",
        Outcomes = [new(200, "That version is in use.", typeof(StandardEmailBody))],
        Problems = [ProblemTypes.NotFound, ProblemTypes.PreconditionFailed],
    };

    public static Task<IResult> Handle(Call call) => TemplateCalls.GoBack(call);
}
