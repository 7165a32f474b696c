using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Api.TestAddresses;
using Actors.Grains.Credentials;
using Actors.Mail.Addresses;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SmtpAccounts;

/// <summary>Tries an account's own server out.</summary>
internal sealed class CheckSmtpAccount : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/smtp-accounts/{account}/check", Audience.Tenant, "checkSmtpAccount", AccountPath.Tag,
        "Check an own account's settings")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "Connects, negotiates TLS, logs in and sends a test message: to the user's own address, or with an API key "
            + "to the verified test address it names. Answers within 20 seconds which step failed and what the server "
            + "said, with the dialogue; passwords are left out. What passes is in force at once, also for held mail.",
        Request = typeof(CheckRequest),
        Outcomes = [new(200, "Checked: it passed or failed.", typeof(CheckBody))],
        Problems =
            [ProblemTypes.NotFound, ProblemTypes.Conflict, ProblemTypes.MalformedJson, ProblemTypes.InvalidField],
        Examples = [new("to", "To a verified test address", """{"to": "test@shop.example"}""", 200)],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var text = fields.TextOrNull("to", AddressLimits.AddressOctetsMax);
        var to = text is null ? call.Caller.VerifiedAddress : Parsed(text);
        if (to is null)
            fields.Error<string>(
                "to", text is null ? "missing" : "address_syntax", "Name the verified test address to send to.");
        if (fields.Problem() is { } problem)
            return problem;
        if (await AccountPath.Find(call) is not { } account)
            return Problem.NotFound;
        if (!await ProvedAddresses.Has(call, to!))
            return Problem.Field(
                "/to", "not_verified", "The address is neither a user's nor a verified test address of the tenant.");
        return Call.Answer(await account.Check(to!), CheckBody.Of, ApiJson.Wire.CheckBody);
    }

    private static EmailAddress? Parsed(string text) => EmailAddress.TryParse(text, out var address) ? address : null;
}

/// <param name="To">A verified test address; absent for the user's own.</param>
internal sealed record CheckRequest(string? To);
