using Actors.Api.Hosting;
using Actors.Api.Messages.Requests;
using Actors.Api.Problems;
using Actors.Grains.Submissions;

namespace Actors.Api.Messages;

/// <summary>From read fields to the submission grain.</summary>
internal static class Submitting
{
    /// <returns>Null when the message is small enough.</returns>
    public static Problem? CheckSize(long size, int max) => size <= max
        ? null
        : new Problem(ProblemTypes.TooLarge, $"The message has about {size} bytes as it travels, and may have {max}.");

    public static Task<SubmitResult> Submit(Call call, MessageFields message, IdempotencyMark? mark)
    {
        if (!call.Caller.TryChoose(message.Account, out var account))
            return Task.FromResult<SubmitResult>(new SubmitResult.Refused(
                Refusal.Of(RefusalCode.UnknownAccount, "Name an smtp_account that the key may use.")));
        message.Account = account;
        var key = mark is null || message.DryRun
            ? SubmissionKeys.Of(call.Tenant, call.Gateway.NewSubmission())
            : SubmissionKeys.Of(call.Tenant, mark.Key);
        return call.Grains.GetGrain<ISubmissionGrain>(key).Submit(
            MessageRules.Command(message, mark) with { User = call.Caller.User });
    }
}
