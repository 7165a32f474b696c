using Actors.Api.Access;
using Actors.Api.Contacts;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.SignUps;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SignUps;

internal sealed class DeleteSignUpForm : IEndpoint
{
    public static Operation Operation { get; } = new(
        "DELETE", "/v1/forms/{form}", Audience.Tenant, "deleteForm", ContactPath.Tag, "Delete a form to sign up by")
    {
        Scope = Scopes.ContactsWrite,
        Description = "What is posted to it afterwards is answered with 404. Links that it sent still hold.",
        Outcomes = [new(204, "It is gone.")],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) =>
        await call.Grains.GetGrain<ISignUpFormsGrain>(call.Tenant.Value).Delete(call.Segment("form")) is { } refusal
            ? Problem.Of(refusal)
            : Call.NoContent;
}
