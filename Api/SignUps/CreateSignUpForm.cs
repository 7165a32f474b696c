using Actors.Api.Access;
using Actors.Api.Contacts;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Grains.Credentials;
using Actors.Grains.SignUps;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SignUps;

/// <summary>Makes a form that pages of the tenant can have.</summary>
internal sealed class CreateSignUpForm : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/forms", Audience.Tenant, "createForm", ContactPath.Tag, "Make a form to sign up by")
    {
        Scope = Scopes.ContactsWrite,
        Description =
            """
            A page's form goes to its `url` by POST, with the field `email` and one for each of `details`; a field `website`
            that people do not see and leave empty keeps programs out. What follows is a double opt-in, as of
            `POST /v1/contacts/sign-ups`. Where `origins` are named, only pages of theirs are taken.
            """,
        Request = typeof(SignUpFormRequest),
        Outcomes = [new(201, "The form.", typeof(SignUpFormBody))],
        Problems = SignUpFormReader.Problems,
        Examples =
        [
            new("newsletter", "For one list", """
                {"name": "Newsletter", "from": "Shop <news@shop.example>", "smtp_account": "acc_shop",
                 "lists": ["news"], "details": ["name"], "consent": "Yes, send me the news.",
                 "redirect": "https://shop.example/thanks", "origins": ["https://shop.example"]}
                """, 201),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var form = SignUpFormReader.Read(fields, call.NewId(SignUpForm.Prefix));
        if (fields.Problem() is { } problem)
            return problem;
        var answer = await call.Grains.GetGrain<ISignUpFormsGrain>(call.Tenant.Value).Add(form!);
        return Call.Answer(
            answer, made => SignUpFormBody.Of(call, made), ApiJson.Wire.SignUpFormBody, StatusCodes.Status201Created,
            $"/v1/forms/{form!.Id}");
    }
}
