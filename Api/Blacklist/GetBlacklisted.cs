using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Blacklist;

/// <summary>Shows why an address or a domain is on the blacklist.</summary>
internal sealed class GetBlacklisted : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/blacklist/{entry}", Audience.Tenant, "getBlacklisted", BlacklistPath.Tag,
        "Show why an address or a domain is on the blacklist")
    {
        Scope = Scopes.ContactsRead,
        Description = "By its id, its address, or its domain.",
        Outcomes = [new(200, "The entries.", typeof(BlacklistBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) =>
        BlacklistPath.Find(call) is { } contact
            && await contact.Get() is { Value.Entries.IsEmpty: false } answer
            ? Call.Answer(answer, BlacklistBody.Of, ApiJson.Wire.BlacklistBody)
            : Problem.NotFound;
}
