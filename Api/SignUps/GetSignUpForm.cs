using Actors.Api.Access;
using Actors.Api.Contacts;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.SignUps;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SignUps;

internal sealed class GetSignUpForm : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/forms/{form}", Audience.Tenant, "getForm", ContactPath.Tag, "Show a form to sign up by")
    {
        Scope = Scopes.ContactsRead,
        Outcomes = [new(200, "The form.", typeof(SignUpFormBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) =>
        await call.Grains.GetGrain<ISignUpFormsGrain>(call.Tenant.Value).Find(call.Segment("form")) is { } form
            ? Call.Ok(SignUpFormBody.Of(call, form), ApiJson.Wire.SignUpFormBody)
            : Problem.NotFound;
}
