using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.SmtpAccounts;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SmtpAccounts;

/// <summary>Asks for a platform account, or sets an own one up.</summary>
internal sealed class AskForSmtpAccount : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/smtp-accounts", Audience.Tenant, "askForSmtpAccount", AccountPath.Tag, "Make an SMTP account")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "A platform account (`kind` `platform`, the default) takes mail when the operator has approved it; an "
            + "own one (`own`) when its server has passed a check. An own account's connection is protected by TLS "
            + "with a certificate that proves the host, and logged in, unless the body says otherwise. Given an "
            + "`id`, a repeat with the same settings changes nothing; without one, repeat with an `Idempotency-Key`.",
        Request = typeof(SmtpAccountRequest),
        Outcomes =
        [
            new(201, "Made. Location leads to it.", typeof(SmtpAccountBody)),
            new(200, "It was there with these settings.", typeof(SmtpAccountBody)),
        ],
        Problems =
        [
            ProblemTypes.AlreadyExists, ProblemTypes.PlanLimit, ProblemTypes.Conflict, ProblemTypes.MalformedJson,
            ProblemTypes.InvalidField,
        ],
        Examples = AccountExamples.Asking,
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var text = fields.TextOrNull("id", AccountLimits.IdLengthMax);
        if (!AccountId.TryParse(text ?? call.NewId(AccountId.Prefix), out var id))
            fields.Error<string>("id", "invalid_id", "An SMTP account's id is acc_ and 1 to 40 of a-z, 0-9, - and _.");
        var (settings, secrets) = AccountFields.Read(fields);
        if (fields.Problem() is { } problem)
            return problem;
        if (!call.Caller.MayUse(id))
            return new Problem(ProblemTypes.NotAllowed, "This key is restricted to other SMTP accounts.");
        var answer = await AccountPath.Registrar(call).AskForAccount(
            id, new AccountRequest(settings, secrets, call.Caller.VerifiedAddress, call.Caller.User));
        return Call.Made(
            answer, SmtpAccountBody.Of, ApiJson.Wire.SmtpAccountBody,
            $"/v1/smtp-accounts/{id}");
    }
}

/// <param name="Id">acc_ and 1 to 40 of a-z, 0-9, - and _; absent to have one made.</param>
/// <param name="Kind">platform (default) or own.</param>
/// <param name="Name">1 to 100 characters of any script.</param>
/// <param name="Email">Of an own account where its bounces go.</param>
/// <param name="DisplayName">For From where a send gives an address alone.</param>
/// <param name="ReplyTo">For sends that name no Reply-To.</param>
/// <param name="Stream">transactional (default) or marketing.</param>
/// <param name="Ip">shared (default) or dedicated, which is an add-on.</param>
/// <param name="OverrideFrom">Takes From of each copy from the recipient's details.</param>
/// <param name="OverrideTo">Takes the recipient from the recipient's details.</param>
/// <param name="Server">Of an own account.</param>
/// <param name="Proxy">Of an own account; absent to connect directly.</param>
/// <param name="Shared">Whether the tenant's other users may see and use an own account; true where absent.</param>
internal sealed record SmtpAccountRequest(
    string? Id, string? Kind, string Name, string Email, string? DisplayName, MailboxBody? ReplyTo, string? Stream,
    string? Ip, OverrideBody? OverrideFrom, OverrideBody? OverrideTo, ServerRequest? Server, ProxyRequest? Proxy,
    bool? Shared);

/// <param name="Port">25, 465, 587, or 1024 and above; where absent 465 with ssl, else 587.</param>
/// <param name="Security">ssl (default), starttls or none.</param>
/// <param name="Authentication">Whether to log in; true where absent.</param>
/// <param name="Password">Never shown again; absent to keep the stored one.</param>
/// <param name="VerifyCertificate">Whether the certificate has to prove the host; true where absent.</param>
/// <param name="AllowClearPassword">Needed to log in without TLS.</param>
internal sealed record ServerRequest(
    string Host, int? Port, string? Security, bool? Authentication, string? User, string? Password,
    bool? VerifyCertificate, bool? AllowClearPassword);

/// <param name="Kind">socks4, socks5 or http.</param>
/// <param name="Address">An IP address.</param>
/// <param name="Password">Never shown again; absent to keep the stored one.</param>
internal sealed record ProxyRequest(string Kind, string Address, int Port, string? User, string? Password);
