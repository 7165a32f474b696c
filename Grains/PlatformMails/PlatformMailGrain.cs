using System.Collections.Immutable;
using Actors.Grains.Answers;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Grains.StandardEmails;
using Actors.Grains.Submissions;
using Actors.Grains.Templates;
using Actors.Grains.Tenants;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.PlatformMails;

/// <summary>Shell of the platform's mails: words, then a submission.</summary>
public sealed class PlatformMailGrain(LifecycleOptions options, TimeProvider time, ILogger<PlatformMailGrain> log)
    : Grain, IPlatformMailGrain
{
    private readonly HourlyAllowance tests = new(HourlyAllowance.TestsMax);
    private readonly HourlyAllowance approaches = new(HourlyAllowance.ApproachesMax);

    private TenantId Tenant => TenantId.Parse(this.GetPrimaryKeyString());

    public Task<Refusal?> MayApproach()
    {
        DelayDeactivation(HourlyAllowance.Hour);
        return Task.FromResult(approaches.TryTake(time.GetUtcNow()) ? null : Refusal.Of(
            RefusalCode.TooManyAttempts,
            $"There may be {HourlyAllowance.ApproachesMax} invitations and confirmation messages an hour."));
    }

    public async Task Send(PlatformMail mail)
    {
        var values = mail.Values.SetItem("tenant", await TenantName());
        await Submit(PlatformMailRules.Submission(
            Tenant, mail.Id, StandardEmail.Of(mail.Kind).Name, mail.To, await Words(mail, values), options,
            mail.IsForOperator));
    }

    public async Task<Answer<RenderedEmail>> SendTest(
        string id, string template, Mail.Addresses.EmailAddress to, RenderedEmail mail)
    {
        if (!tests.TryTake(time.GetUtcNow()))
            return Refusal.Of(
                RefusalCode.TooManyAttempts, $"There may be {HourlyAllowance.TestsMax} test messages an hour.");
        var test = mail with { Subject = $"[Test] {mail.Subject}" };
        await Submit(PlatformMailRules.Submission(Tenant, id, template, to, test, options));
        return Answer.Of(test);
    }

    private async Task<RenderedEmail> Words(PlatformMail mail, ImmutableDictionary<string, string> values)
    {
        var template = GrainFactory.GetGrain<ITemplateGrain>(TemplateKey.Of(Tenant, mail.Kind).ToString());
        var words = mail.IsForOperator
            ? Originals.Of(mail.Kind, mail.Language)
            : (await template.Words(null, mail.Language)).Value!.Text; // a standard e-mail always has words
        return PlatformMailRules.Words(Tenant, words, mail.Kind, mail.Language, values);
    }

    private async Task Submit(SubmitCommand command)
    {
        var key = SubmissionKeys.Of(PlatformSender.Tenant, command.Idempotency!.Key);
        switch (await GrainFactory.GetGrain<ISubmissionGrain>(key).Submit(command))
        {
            case SubmitResult.Refused { Refusal: { Code: RefusalCode.StoreUnavailable, Detail: var detail } }:
                throw new StoreUnavailableException(detail);
            case SubmitResult.Refused { Refusal: { Code: RefusalCode.IdempotencyInProgress, Detail: var detail } }:
                throw new TimeoutException(detail); // the owner hands it over again
            case SubmitResult.Refused { Refusal: var refusal }:
                log.LogError("{Kind} for {Tenant} was refused: {Detail}", command.Tags[0], Tenant, refusal.Detail);
                break; // the same mail would be refused again
        }
    }

    private async Task<string> TenantName() =>
        (await GrainFactory.GetGrain<ITenantGrain>(Tenant.Value).Get())?.Name ?? Tenant.Value;
}
