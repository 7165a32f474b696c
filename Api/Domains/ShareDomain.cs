using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Domains;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Domains;

/// <summary>Makes a link that shows a domain's records to who administers it.</summary>
internal sealed class ShareDomain : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/domains/{domain}/share-links", Audience.Tenant, "shareDomain", DomainPath.Tag,
        "Make a link for the domain's administrator")
    {
        Scope = Scopes.SettingsWrite,
        Description = "Whoever has the link sees the records to publish and what was found, and nothing else. It is "
            + "shown this once.",
        Request = typeof(ShareDomainRequest),
        Outcomes = [new(201, "The link.", typeof(ShareLinkBody))],
        Problems =
            [ProblemTypes.NotFound, ProblemTypes.MalformedJson, ProblemTypes.InvalidField, ProblemTypes.Conflict],
        Examples = [new("month", "For a month", """{"expires_in_days": 30}""", 201)],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var days = fields.WholeOrNull("expires_in_days", 1, DomainLimits.ShareDaysMax) ?? DomainLimits.ShareDaysDefault;
        if (fields.Problem() is { } problem)
            return problem;
        return DomainPath.Find(call) is { } domain
            ? Call.Answer(
                await domain.Share((int)days),
                share => new ShareLinkBody(share.View.Id, share.View.CreatedAt, share.View.ExpiresAt, share.Url),
                ApiJson.Wire.ShareLinkBody, StatusCodes.Status201Created)
            : Problem.NotFound;
    }
}

/// <param name="ExpiresInDays">1 to 90; 14 where absent.</param>
internal sealed record ShareDomainRequest(int? ExpiresInDays);
