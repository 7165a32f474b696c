using Actors.Api.Access;
using Actors.Api.Contacts;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Contacts;
using Actors.Grains.Credentials;
using Actors.Grains.SignUps;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SignUps;

/// <summary>Shows how a double opt-in stands.</summary>
internal sealed class GetSignUp : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/contacts/{contact}/sign-up", Audience.Tenant, "getSignUp", ContactPath.Tag,
        "Show how a contact's sign-up stands")
    {
        Scope = Scopes.ContactsRead,
        Description =
            """
            The latest one that led to a message, until 30 days after its link has expired. A message that is refused,
            as for an allowance that is used up, is tried again each hour while its link holds, and at once with the
            next sign-up of the address.
            """,
        Outcomes = [new(200, "The sign-up.", typeof(SignUpBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) =>
        ContactPath.HashOf(call.Segment("contact")) is { } hash
            && await call.Grains.SignUp(new ContactKey(call.Tenant, hash)).Get() is { } signUp
            ? Call.Ok(SignUpBody.Of(signUp), ApiJson.Wire.SignUpBody)
            : Problem.NotFound;
}
