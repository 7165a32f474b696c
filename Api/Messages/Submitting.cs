using Actors.Api.Hosting;
using Actors.Api.Messages.Requests;
using Actors.Api.Problems;
using Actors.Grains.Ids;
using Actors.Grains.Submissions;
using Actors.Grains.Tenants;

namespace Actors.Api.Messages;

/// <summary>From read fields to the submission grain.</summary>
internal static class Submitting
{
    /// <returns>The account to send through where a message names none: the tenant's only one, else null.</returns>
    public static async Task<AccountId?> OnlyAccount(Call call)
    {
        var tenant = await call.Grains.GetGrain<ITenantGrain>(call.Tenant.Value).Get();
        return tenant is { Accounts: [var only] } && AccountId.TryParse(only, out var account) ? account : null;
    }

    public static Problem NoAccount(string root) =>
        new(ProblemTypes.UnknownAccount, "Name an smtp_account: the tenant does not have exactly one.")
        {
            Errors = [new PlaceError("missing", "The field is required.", root + "/smtp_account")],
        };

    /// <returns>Null when the message is small enough.</returns>
    public static Problem? CheckSize(long size, int max) => size <= max
        ? null
        : new Problem(ProblemTypes.TooLarge, $"The message has about {size} bytes as it travels, and may have {max}.");

    public static Task<SubmitResult> Submit(Call call, MessageFields message, AccountId account, IdempotencyMark? mark)
    {
        var key = mark is null || message.DryRun
            ? SubmissionKeys.Of(call.Tenant, call.Gateway.NewSubmission())
            : SubmissionKeys.Of(call.Tenant, mark.Key);
        return call.Grains.GetGrain<ISubmissionGrain>(key).Submit(MessageRules.Command(message, account, mark));
    }
}
