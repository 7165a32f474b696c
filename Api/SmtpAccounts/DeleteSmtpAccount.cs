using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Queries;
using Actors.Grains.Tenants;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SmtpAccounts;

/// <summary>Deletes an SMTP account with its logins.</summary>
internal sealed class DeleteSmtpAccount : IEndpoint
{
    /// <summary>Queued messages that are dropped in one request; with more, it is to be repeated.</summary>
    private const int DroppedMax = 1_000;
    private const int PageSize = 100;
    private const string Drop = "drop";

    public static Operation Operation { get; } = new(
        "DELETE", "/v1/smtp-accounts/{account}", Audience.Tenant, "deleteSmtpAccount", AccountPath.Tag,
        "Delete an SMTP account")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "With its logins, at once and for good; what it has sent stays in the log. Refused while mail of it is "
            + "queued, unless `queued` is `drop`: then nothing more is taken, that mail ends as cancelled, and only "
            + "what is on the wire or beyond 1,000 messages asks for a repeat (`in_use`).",
        Parameters = [new("queued", "drop: cancels what is queued.")],
        Outcomes = [new(204, "Deleted.")],
        Problems =
        [
            ProblemTypes.NotFound, ProblemTypes.InUse, ProblemTypes.PreconditionFailed, ProblemTypes.InvalidParameter,
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var query = new Query(call.Http.Request.Query);
        var drops = query.Object<string>(
            "queued", (string text, out string value) => (value = text) == Drop, "unknown_value",
            "The value has to be drop.") is not null;
        if (query.Problem() is { } problem)
            return problem;
        if (await AccountPath.Find(call) is not { } account)
            return Problem.NotFound;
        if (await account.Close(call.IfMatch, drops) is { } refusal)
            return Problem.Of(refusal);
        var id = AccountId.Parse(call.Segment("account"));
        if (drops && !await DropAll(call, id))
            return new Problem(ProblemTypes.InUse, "Some mail is on the wire or still to be dropped: ask again.");
        await call.Grains.GetGrain<ITenantGrain>(call.Tenant.Value).RemoveAccount(id.Value);
        await account.Erase();
        return Call.NoContent;
    }

    /// <returns>Whether nothing is queued any more.</returns>
    private static async Task<bool> DropAll(Call call, AccountId account)
    {
        var messages = call.Grains.GetGrain<IMessageQueryGrain>(call.Tenant.Value);
        for (var seen = 0; seen < DroppedMax; seen += PageSize)
        {
            var page = await messages.Queued(account, PageSize);
            if (page.IsEmpty)
                return true;
            var results = await Task.WhenAll(page.Select(id => call.Grains
                .GetGrain<IMessageGrain>(new MessageKey(call.Tenant, id).ToString()).Apply(MessageCommand.Cancel)));
            if (results.All(result => result == CommandResult.OnTheWire))
                return false;
        }

        return false;
    }
}
