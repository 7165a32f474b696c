using Actors.Api.Hosting;
using Actors.Grains.SignUps;

namespace Actors.Api.SignUps;

/// <param name="Id">frm_...</param>
/// <param name="Url">Where a page's form goes: POST, with a field email, and one for each of details.</param>
/// <param name="SmtpAccount">Absent for the tenant's only one.</param>
/// <param name="Language">Of the message; absent for the tenant's.</param>
/// <param name="Consent">What the page shows to be agreed to; absent where it is not kept.</param>
/// <param name="Redirect">Where the browser goes afterwards; absent for a page that says thank you.</param>
/// <param name="ThankYou">What that page says; absent for the platform's words.</param>
/// <param name="Origins">Of pages that may have the form; empty for any.</param>
internal sealed record SignUpFormBody(
    string Id, string Url, string Name, string From, string? SmtpAccount, IReadOnlyList<string> Lists,
    IReadOnlyList<string> Details, string? Language, string? Consent, string? Redirect, string? ThankYou,
    IReadOnlyList<string> Origins)
{
    public static SignUpFormBody Of(Call call, SignUpForm form) => new(
        form.Id, FormPath.Of(call, form).AbsoluteUri, form.Name,
        form.Sender.From.ToString(), form.Sender.Account?.Value, form.Lists, form.Details, form.Language, form.Consent,
        form.Redirect, form.ThankYou, form.Origins);
}

/// <param name="Name">For the tenant's own overview.</param>
/// <param name="Details">Names of fields that are kept as details of the contact, at most 20.</param>
/// <param name="Redirect">https.</param>
/// <param name="Origins">Such as https://shop.example, at most 10.</param>
internal sealed record SignUpFormRequest(
    string Name, string From, string? SmtpAccount, IReadOnlyList<string>? Lists, IReadOnlyList<string>? Details,
    string? Language, string? Consent, string? Redirect, string? ThankYou, IReadOnlyList<string>? Origins);
