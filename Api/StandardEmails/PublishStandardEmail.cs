using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Api.Templates;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.StandardEmails;

/// <summary>Makes the draft of a standard e-mail what is sent.</summary>
internal sealed class PublishStandardEmail : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/standard-emails/{kind}/publish", Audience.Tenant, "publishStandardEmail", TemplateCalls.Tag,
        "Publish the draft of a standard e-mail")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "Where there is no draft, nothing changes.",
        Outcomes = [new(200, "The draft is in use.", typeof(StandardEmailBody))],
        Problems = [ProblemTypes.NotFound, ProblemTypes.PreconditionFailed, ProblemTypes.Conflict],
    };

    public static Task<IResult> Handle(Call call) =>
        TemplateCalls.Run(call, template => template.Publish(call.IfMatch));
}
