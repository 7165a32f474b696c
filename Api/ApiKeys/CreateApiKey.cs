using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.ApiKeys;

/// <summary>Makes a key for an application.</summary>
internal sealed class CreateApiKey : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/api-keys", Audience.Tenant, "createApiKey", ListApiKeys.Tag,
        "Make an API key")
    {
        Scope = Scopes.UsersManage,
        Description =
            """
            The key is shown this once, and only its hash is kept; with an `Idempotency-Key`, a repeat by the same caller
            shows it again for a day, for which it is kept sealed. Nobody gives more scopes than they have. A
            key for some SMTP accounts sends through them and sees their messages alone.
            """,
        Request = typeof(ApiKeyRequest),
        Outcomes = [new(201, "Made.", typeof(IssuedApiKeyBody))],
        Problems =
        [
            ProblemTypes.MalformedJson, ProblemTypes.Conflict, ProblemTypes.UnsupportedMediaType,
            ProblemTypes.InvalidField,
        ],
        Examples =
        [
            new(
                "key", "For an application that only sends",
                """{"name": "web shop", "scopes": ["messages.send"], "networks": ["192.0.2.0/24"]}""", 201),
        ],
    };

    public static Task<IResult> Handle(Call call) => Issuing.Issue(call, call.Tenant, call.Caller.MayGive);
}
