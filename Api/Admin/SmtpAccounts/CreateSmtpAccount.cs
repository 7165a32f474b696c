using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Api.SmtpAccounts;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.SmtpAccounts;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.SmtpAccounts;

/// <summary>Makes an SMTP account for a tenant.</summary>
internal sealed class CreateSmtpAccount : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/admin/tenants/{tenant}/smtp-accounts", Audience.Operator, "createSmtpAccount", AdminPath.Tag,
        "Create an SMTP account")
    {
        Description = "Repeating it with the same properties changes nothing.",
        Request = typeof(CreateSmtpAccountRequest),
        Outcomes = [new(201, "Created.", typeof(SmtpAccountBody))],
        Problems =
            [ProblemTypes.NotFound, ProblemTypes.AlreadyExists, ProblemTypes.MalformedJson, ProblemTypes.InvalidField],
        Examples =
        [
            new("transactional", "Receipts and codes", """
                {"id": "acc_shop_tx", "name": "Shop", "stream": "transactional", "approved": true}
                """, 201),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var text = fields.Text("id", AdminPath.NameLengthMax);
        var name = fields.Name("name", AdminPath.NameLengthMax);
        var stream = fields.TextOrNull("stream", AdminPath.NameLengthMax) ?? "transactional";
        var approved = fields.FlagOrNull("approved") ?? false;
        if (!AccountId.TryParse(text, out var id) && text.Length > 0)
            fields.Error<string>("id", "invalid_id", "An SMTP account's id is acc_ and 1 to 40 of a-z, 0-9, - and _.");
        if (stream is not ("transactional" or "marketing"))
            fields.Error<string>("stream", "unknown_value", "The value has to be transactional or marketing.");
        if (fields.Problem() is { } problem)
            return problem;
        if (await AdminPath.Tenant(call) is not { } tenant)
            return Problem.NotFound;
        var account = call.Grains.GetGrain<ISmtpAccountGrain>(new AccountKey(tenant.Id, id).ToString());
        var draft = new SmtpAccountDraft(
            name, stream == "marketing" ? MailStream.Marketing : MailStream.Transactional, approved);
        if (!await account.Create(draft))
            return new Problem(
                ProblemTypes.AlreadyExists, $"There is an SMTP account {id} with other properties already.");
        await tenant.Grain.AddAccount(id.Value);
        return await account.Get() is { } view
            ? Call.Created(SmtpAccountBody.Of(view), ApiJson.Wire.SmtpAccountBody, null)
            : Problem.NotFound;
    }
}

/// <param name="Id">acc_ and 1 to 40 of a-z, 0-9, - and _.</param>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Stream">transactional (default) or marketing.</param>
/// <param name="Approved">Whether it may send at once; false where absent.</param>
internal sealed record CreateSmtpAccountRequest(string Id, string Name, string? Stream, bool? Approved);
