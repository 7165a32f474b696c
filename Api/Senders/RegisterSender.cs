using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Api.SmtpAccounts;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.Senders;
using Actors.Grains.SmtpAccounts;
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
            "days, mail may be sent from it. The domain has to be verified before; or `smtp_account` names an own " +
            "account that logs in with the address, and then it may be used with that account, whatever its " +
            "domain. Repeating it changes nothing but that.",
        Request = typeof(RegisterSenderRequest),
        Outcomes =
        [
            new(201, "Registered. Location leads to it.", typeof(RegisteredSenderBody)),
            new(200, "It was registered before.", typeof(RegisteredSenderBody)),
        ],
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
        var address = fields.Address("email");
        var name = fields.NameOrNull("name", SenderLimits.NameLengthMax) ?? "";
        var account = AccountOf(fields);
        if (fields.Problem() is { } problem)
            return problem;
        if (account is { } named && !await AccountPath.MayUse(call, named))
            return Problem.Field("/smtp_account", "unknown_account", "There is no such SMTP account.");
        var id = SenderId.Of(address!);
        var answer = await SenderPath.Of(call, id).Register(new SenderDraft(address!, name, account));
        return Call.Made(
            answer, RegisteredSenderBody.Of, ApiJson.Wire.RegisteredSenderBody,
            $"/v1/senders/{id}");
    }

    private static AccountId? AccountOf(Fields fields) =>
        fields.TextOrNull("smtp_account", AccountLimits.IdLengthMax) is not { } text ? null
        : AccountId.TryParse(text, out var id) ? id
        : fields.Error<AccountId?>("smtp_account", "invalid_id", "An SMTP account's id begins with acc_.");
}

/// <param name="Email">An address on a verified domain of the tenant's, on the platform's own, or of an own account's
/// login.</param>
/// <param name="Name">For From where neither a send nor its account has a name, 1 to 100 characters; absent for
/// none.</param>
/// <param name="SmtpAccount">The own account that logs in with the address, where its domain is none of the tenant's;
/// else absent.</param>
internal sealed record RegisterSenderRequest(string Email, string? Name, string? SmtpAccount);
