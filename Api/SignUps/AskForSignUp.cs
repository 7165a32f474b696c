using System.Collections.Immutable;
using System.Net;
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

/// <summary>Begins a double opt-in.</summary>
internal sealed class AskForSignUp : IEndpoint
{
    private const int NetworkLengthMax = 45;

    public static Operation Operation { get; } = new(
        "POST", "/v1/contacts/sign-ups", Audience.Tenant, "askForSignUp", ContactPath.Tag, "Sign somebody up")
    {
        Scope = Scopes.ContactsWrite,
        Description =
            """
            A message with a link goes to the address, from the tenant (the standard e-mail
            `subscription-confirmation`); the button behind the link makes the contact active. Until then it is
            `unconfirmed`, and lists and details are not its own: anybody can type an address. The link holds for seven
            days. No message goes where the address is on those lists already, has bounced, complained or is on the
            blacklist, within a minute of the last one, and after five in a day; the answer is the same, and
            `GET /v1/contacts/{contact}/sign-up` shows what became of the message.
            """,
        Request = typeof(SignUpRequest),
        Outcomes = [new(202, "Taken.", typeof(SignedUpBody))],
        Problems =
        [
            ProblemTypes.MalformedJson, ProblemTypes.UnsupportedMediaType, ProblemTypes.InvalidField,
            ProblemTypes.AccountNotApproved, ProblemTypes.UnknownAccount, ProblemTypes.SenderNotVerified,
        ],
        Examples =
        [
            new("reader", "With what was agreed to", """
                {"email": "ann@example.org", "from": "Shop <news@shop.example>", "smtp_account": "acc_shop",
                 "lists": ["news"], "source": "https://shop.example/", "consent": "Yes, send me the news."}
                """, 202),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var address = fields.Address("email");
        var sender = SignUpFields.Sender(fields);
        var lists = SignUpFields.Lists(fields);
        var details = ContactFields.Details(fields, mayRemove: false);
        var source = fields.TextOrNull("source", SignUpLimits.SourceLengthMax);
        var consent = fields.LongTextOrNull("consent", SignUpLimits.ConsentLengthMax);
        var network = fields.TextOrNull("network", NetworkLengthMax);
        if (network is not null && !IPAddress.TryParse(network, out _))
            fields.Error<string>("network", "invalid_address", "This is no IP address.");
        var language = SignUpFields.Language(fields);
        if (fields.Problem() is { } problem)
            return problem;
        var grain = call.Grains.SignUp(ContactKey.Of(call.Tenant, address!));
        if (await grain.Check(sender!) is { } no)
            return Problem.Of(no);
        await grain.Ask(new SignUp(
            address!, lists,
            details?.ToImmutableDictionary(one => one.Key, one => one.Value!)
                ?? ImmutableDictionary<string, string>.Empty,
            source, consent, network, language, sender!));
        return new JsonResult<SignedUpBody>(
            StatusCodes.Status202Accepted, new SignedUpBody(ContactHash.Of(address!).ToId()),
            ApiJson.Wire.SignedUpBody, null);
    }
}

/// <param name="From">Who asks: an address the tenant may send as, perhaps with a name.</param>
/// <param name="SmtpAccount">The tenant's only one where absent.</param>
/// <param name="Lists">At most 10.</param>
/// <param name="Details">That the contact gets once it has confirmed; name stands in the message.</param>
/// <param name="Source">Where it was asked for, such as a page.</param>
/// <param name="Consent">What was agreed to, as it was shown; at most 2,000 characters.</param>
/// <param name="Network">IP address of who asked.</param>
/// <param name="Language">Of the message: en, cs, de or pl; the tenant's where absent.</param>
internal sealed record SignUpRequest(
    string Email, string From, string? SmtpAccount, IReadOnlyList<string>? Lists,
    IReadOnlyDictionary<string, string>? Details, string? Source, string? Consent, string? Network, string? Language);

/// <param name="Contact">con_..., the same whether there was one before or not.</param>
internal sealed record SignedUpBody(string Contact);
