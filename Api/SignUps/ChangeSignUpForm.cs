using Actors.Api.Access;
using Actors.Api.Contacts;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.SignUps;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SignUps;

/// <summary>Changes a form; pages that have it need no change.</summary>
internal sealed class ChangeSignUpForm : IEndpoint
{
    public static Operation Operation { get; } = new(
        "PATCH", "/v1/forms/{form}", Audience.Tenant, "changeForm", ContactPath.Tag, "Change a form to sign up by")
    {
        Scope = Scopes.ContactsWrite,
        Description =
            """
            What is absent stays as it is. `null` takes away `smtp_account`, `language`, `consent`, `redirect` or
            `thank_you`. It counts for what is filled in from then on; whoever was asked before confirms what they saw.
            """,
        Request = typeof(ChangeSignUpFormRequest),
        Outcomes = [new(200, "The form as it is now.", typeof(SignUpFormBody))],
        Problems = [ProblemTypes.NotFound, .. SignUpFormReader.Problems],
        Examples =
        [
            new("origins", "Other pages", """{"origins": ["https://shop.example"], "redirect": null}""", 200),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var change = SignUpFormReader.Change(fields);
        if (fields.Problem() is { } problem)
            return problem;
        var forms = call.Grains.GetGrain<ISignUpFormsGrain>(call.Tenant.Value);
        return Call.Answer(
            await forms.Change(call.Segment("form"), change), form => SignUpFormBody.Of(call, form),
            ApiJson.Wire.SignUpFormBody);
    }
}

/// <param name="SmtpAccount">Null for the tenant's only one.</param>
/// <param name="Language">Null for the tenant's.</param>
/// <param name="Consent">Null where it is not kept.</param>
/// <param name="Redirect">Null for a page that says thank you.</param>
/// <param name="ThankYou">Null for the platform's words.</param>
internal sealed record ChangeSignUpFormRequest(
    string? Name, string? From, string? SmtpAccount, IReadOnlyList<string>? Lists, IReadOnlyList<string>? Details,
    string? Language, string? Consent, string? Redirect, string? ThankYou, IReadOnlyList<string>? Origins);
