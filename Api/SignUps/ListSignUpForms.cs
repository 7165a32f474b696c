using Actors.Api.Access;
using Actors.Api.Contacts;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Grains.Credentials;
using Actors.Grains.SignUps;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SignUps;

internal sealed class ListSignUpForms : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/forms", Audience.Tenant, "listForms", ContactPath.Tag, "List the forms to sign up by")
    {
        Scope = Scopes.ContactsRead,
        Outcomes = [new(200, "All of them, in the order they were made.", typeof(Page<SignUpFormBody>))],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var forms = await call.Grains.GetGrain<ISignUpFormsGrain>(call.Tenant.Value).List();
        return Call.Ok(
            new Page<SignUpFormBody>([.. forms.Select(form => SignUpFormBody.Of(call, form))], false, null),
            ApiJson.Wire.PageSignUpFormBody);
    }
}
