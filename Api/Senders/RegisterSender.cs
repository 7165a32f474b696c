using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.Senders;
using Actors.Mail.Addresses;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Senders;

/// <summary>Registers an address to send from.</summary>
internal sealed class RegisterSender : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/senders", Audience.Tenant, "registerSender", SenderPath.Tag, "Register a sender")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "A message with a link goes to the address. Once the button behind the link is pressed, within seven " +
            "days, mail may be sent from it. The domain has to be verified before. Repeating it changes nothing.",
        Request = typeof(RegisterSenderRequest),
        Outcomes = [new(201, "Registered, now or before.", typeof(RegisteredSenderBody))],
        Problems =
        [
            ProblemTypes.MalformedJson, ProblemTypes.InvalidField, ProblemTypes.DomainNotVerified,
            ProblemTypes.TooManyAttempts,
        ],
        Examples = [new("sender", "For receipts", """{"email": "orders@shop.example", "name": "Shop"}""", 201)],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var text = fields.Text("email", AddressLimits.AddressOctetsMax);
        var name = fields.NameOrNull("name", SenderLimits.NameLengthMax) ?? "";
        if (!EmailAddress.TryParse(text, out var address) && text.Length > 0)
            fields.Error<string>("email", "address_syntax", "This is no e-mail address.");
        if (fields.Problem() is { } problem)
            return problem;
        var id = SenderId.Of(address!);
        var answer = await SenderPath.Of(call, id).Register(new SenderDraft(address!, name));
        return Call.Answer(
            answer, RegisteredSenderBody.Of, ApiJson.Wire.RegisteredSenderBody, StatusCodes.Status201Created,
            $"/v1/senders/{id}");
    }
}

/// <param name="Email">An address on a verified domain of the tenant's, or on the platform's own.</param>
/// <param name="Name">For people, 1 to 100 characters; absent for none.</param>
internal sealed record RegisterSenderRequest(string Email, string? Name);
