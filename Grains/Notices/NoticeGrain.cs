using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.Notices;

/// <summary>Shell of a notice: asks the message how it failed, and submits the report.</summary>
public sealed class NoticeGrain(
    IContentReader contents, LifecycleOptions options, TimeProvider time, ILogger<NoticeGrain> log)
    : Grain, INoticeGrain
{
    public async Task ReportFailure()
    {
        DeactivateOnIdle();
        var key = MessageKey.Parse(this.GetPrimaryKeyString());
        if (await GrainFactory.GetGrain<IMessageGrain>(key.ToString()).Failure() is not { } failure
            || await contents.Read(key.Tenant, key.Message.Submission) is not { } submission)
            return; // erased meanwhile
        var command = NoticeRules.Report(key.Message, failure, submission, options, time.GetUtcNow());
        var result = await GrainFactory
            .GetGrain<ISubmissionGrain>(SubmissionKeys.Of(key.Tenant, command.Idempotency!.Key)).Submit(command);
        if (result is not SubmitResult.Refused { Refusal: var refusal })
            return;
        if (refusal.Code.Answer().Retryable)
            throw new StoreUnavailableException(refusal.Detail);
        log.LogWarning("the failure of {Message} cannot be reported: {Reason}", key, refusal.Detail);
    }
}
