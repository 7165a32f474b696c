using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Api.Templates;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.StandardEmails;

/// <summary>Shows what was published of a standard e-mail.</summary>
internal sealed class ListStandardEmailVersions : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/standard-emails/{kind}/versions", Audience.Tenant, "listStandardEmailVersions", TemplateCalls.Tag,
        "List the versions of a standard e-mail")
    {
        Scope = Scopes.SettingsRead,
        Description =
            "The newest first, each with its words. The version in use and the ten latest others are kept.",
        Outcomes = [new(200, "All that are kept.", typeof(Page<TemplateVersionBody>))],
        Problems = [ProblemTypes.NotFound],
    };

    public static Task<IResult> Handle(Call call) => TemplateCalls.Versions(call);
}
