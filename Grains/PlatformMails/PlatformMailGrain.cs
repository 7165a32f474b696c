using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Grains.StandardEmails;
using Actors.Grains.Submissions;
using Actors.Grains.Templating;
using Actors.Grains.Tenants;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.PlatformMails;

/// <summary>Shell of the platform's mails: words, then a submission.</summary>
public sealed class PlatformMailGrain(LifecycleOptions options, ILogger<PlatformMailGrain> log)
    : Grain, IPlatformMailGrain
{
    private TenantId Tenant => TenantId.Parse(this.GetPrimaryKeyString());

    public async Task Send(PlatformMail mail)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var (name, value) in mail.Values)
            values[name] = value;
        values["tenant"] = await TenantName();
        await Submit(mail.Id, mail.Kind, mail.To, Words(mail, values.ToImmutable()));
    }

    private static RenderedEmail Words(PlatformMail mail, ImmutableDictionary<string, string> values)
    {
        var original = Originals.Of(mail.Kind, mail.Language);
        if (EmailRendering.TryRender(original, TemplateValues.Of(values), out var rendered, out var fault)
            || EmailRendering.TryRender(original, InOneLine(values), out rendered, out fault))
            return rendered;
        throw new InvalidOperationException($"the original of {mail.Kind} does not render: {fault.Fault.Detail}");
    }

    private async Task Submit(string id, StandardEmailKind kind, Mail.Addresses.EmailAddress to, RenderedEmail words)
    {
        var command = PlatformMailRules.Submission(Tenant, id, kind, to, words, options);
        var key = SubmissionKeys.Of(PlatformSender.Tenant, command.Idempotency!.Key);
        switch (await GrainFactory.GetGrain<ISubmissionGrain>(key).Submit(command))
        {
            case SubmitResult.Refused { Refusal: { Code: RefusalCode.StoreUnavailable, Detail: var detail } }:
                throw new StoreUnavailableException(detail);
            case SubmitResult.Refused { Refusal: { Code: RefusalCode.IdempotencyInProgress, Detail: var detail } }:
                throw new TimeoutException(detail); // the owner hands it over again
            case SubmitResult.Refused { Refusal: var refusal }:
                log.LogError("{Kind} for {Tenant} was refused: {Detail}", kind, Tenant, refusal.Detail);
                break; // the same mail would be refused again
        }
    }

    private async Task<string> TenantName() =>
        (await GrainFactory.GetGrain<ITenantGrain>(Tenant.Value).Get())?.Name ?? Tenant.Value;

    private static TemplateValues InOneLine(ImmutableDictionary<string, string> values) =>
        TemplateValues.Of(values.ToImmutableDictionary(
            pair => pair.Key, pair => PlatformMailRules.InOneLine(pair.Value)));
}
