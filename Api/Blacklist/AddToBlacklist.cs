using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Blacklist;

/// <summary>Puts an address or a whole domain on the blacklist.</summary>
internal sealed class AddToBlacklist : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/blacklist", Audience.Tenant, "addToBlacklist", BlacklistPath.Tag,
        "Put an address or a domain on the blacklist")
    {
        Scope = Scopes.ContactsWrite,
        Description =
            "A domain stands for its addresses, and not for those of its subdomains. Repeating it changes nothing; " +
            "another note or time takes the place of the one before. Also messages under way are not sent any more.",
        Request = typeof(BlacklistRequest),
        Outcomes =
        [
            new(201, "It is on the blacklist now. Location leads to it.", typeof(BlacklistBody)),
            new(200, "The tenant had put it there before.", typeof(BlacklistBody)),
        ],
        Problems = [ProblemTypes.MalformedJson, ProblemTypes.UnsupportedMediaType, ProblemTypes.InvalidField],
        Examples =
        [
            new("address", "For a time",
                """{"email": "ann@example.org", "note": "by phone", "expires_at": "2199-01-01T00:00:00Z"}""", 201),
            new("domain", "A whole domain", """{"domain": "example.org"}""", 201),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var block = BlacklistFields.Read(fields, call);
        if (fields.Problem() is { } problem)
            return problem;
        var answer = await BlacklistFields.GrainOf(call, block!).Ask(block!, null);
        return Call.Made(
            answer, BlacklistBody.Of, ApiJson.Wire.BlacklistBody,
            answer.Value is { } view ? $"/v1/blacklist/{view.Hash.ToId()}" : null);
    }
}

/// <param name="Email">Or a domain.</param>
/// <param name="Note">Why, at most 255 characters.</param>
/// <param name="ExpiresAt">RFC 3339; absent for ever.</param>
internal sealed record BlacklistRequest(string? Email, string? Domain, string? Note, DateTimeOffset? ExpiresAt);
