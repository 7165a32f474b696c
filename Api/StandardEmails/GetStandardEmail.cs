using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Api.Templates;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.StandardEmails;

/// <summary>Shows a standard e-mail with its words.</summary>
internal sealed class GetStandardEmail : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/standard-emails/{kind}", Audience.Tenant, "getStandardEmail", TemplateCalls.Tag,
        "Get a standard e-mail")
    {
        Scope = Scopes.SettingsRead,
        Outcomes = [new(200, "Its words; ETag has its version.", typeof(StandardEmailBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static Task<IResult> Handle(Call call) => TemplateCalls.Run(call, template => template.Get());
}
