using Actors.Grains.Contacts;
using Actors.Grains.Departures;
using Actors.Grains.Links;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;
using Actors.Grains.Tenants;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.SignUps;

/// <summary>Shell of a double opt-in: asks the contact and the rules, commits once, hands the message over.</summary>
public sealed class SignUpGrain(
    [PersistentState("sign-up", StorageNames.Grains)] IPersistentState<SignUpState> stored,
    LinkIssuer links,
    TimeProvider time,
    ILogger<SignUpGrain> log) : BriefGrain, ISignUpGrain
{
    private ContactKey Key => ContactKey.Parse(this.GetPrimaryKeyString());

    private DateTimeOffset Now => time.GetUtcNow();

    private IContactGrain Contact => GrainFactory.Contact(Key);

    public Task<Refusal?> Check(SignUpSender sender)
    {
        LeaveSoon();
        return SignUpMail.Check(GrainFactory, Key.Tenant, sender);
    }

    public async Task Ask(SignUp signUp)
    {
        LeaveSoon();
        var contact = await Contact.Ask(new ContactCommand.SignUp(signUp.Address), null);
        if (contact.Value is not { } known || !SignUpRules.Wants(known, signUp.Lists))
            return;
        var link = links.New();
        var next = SignUpRules.Asked(stored.State, signUp, link, Now);
        if (ReferenceEquals(next, stored.State))
            return;
        await GrainFactory.GetGrain<ILinkGrain>(link.Hash).Issue(
            new LinkTarget(LinkPurpose.Subscription, Key.Tenant, Key.Hash.Value), next.LinkExpiresAt);
        await stored.Save(next, this);
        await Drain();
    }

    public Task<SignUpView?> Get()
    {
        LeaveSoon();
        return Task.FromResult(SignUpRules.View(stored.State, Now));
    }

    public Task<string?> Export()
    {
        LeaveSoon();
        return Task.FromResult(ExportLine.Of(WaitingSignUp.Of(stored.State, Now)));
    }

    public Task<SignUpLink> Link(string hash)
    {
        LeaveSoon();
        return Task.FromResult(new SignUpLink(
            SignUpRules.Standing(stored.State, hash, Now), stored.State.Pending?.Lists ?? [],
            stored.State.Pending?.Language));
    }

    public async Task<LinkStanding> Confirm(string hash, string? network)
    {
        LeaveSoon();
        var standing = SignUpRules.Standing(stored.State, hash, Now);
        if (standing != LinkStanding.Open)
            return standing;
        var now = Now;
        var answer = await Contact.Ask(SignUpRules.Confirmation(stored.State, now, network), null);
        if (answer.Refusal is { } refusal)
            return refusal.Code == RefusalCode.AllowanceExhausted
                ? LinkStanding.NoContactsLeft
                : LinkStanding.Unknown; // the contact is erased
        await stored.Save(stored.State with { ConfirmedAt = now, Outgoing = null }, this);
        return standing;
    }

    public Task Forget() => stored.Erase(this);

    public async Task Wake()
    {
        LeaveSoon();
        if (stored.State.DueAt is not { } due || Now < due)
            return;
        if (stored.State.Outgoing is not null)
            await Drain();
        else
            await stored.ClearStateAsync();
    }

    /// <summary>What cannot be stored now or is refused stays, and is handed over when the clock wakes this; handed
    /// over twice it is still sent once.</summary>
    private async Task Drain()
    {
        if (stored.State is not { Outgoing: { } url, Pending: { } signUp, Link: { } hash })
            return;
        SignUpState next;
        try
        {
            next = stored.State.LinkExpiresAt <= Now ? stored.State with { Outgoing = null }
                : await Submit(url, signUp, hash) is { } refusal ? SignUpRules.Refused(stored.State, refusal, Now)
                : SignUpRules.Sent(stored.State, Now);
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "the confirmation message of {Contact} is handed over later", Key);
            return;
        }
        await stored.Save(next, this);
    }

    /// <returns>Why the message is not taken now; null where it is.</returns>
    private async Task<Refusal?> Submit(string url, SignUp signUp, string hash)
    {
        var name = (await GrainFactory.GetGrain<ITenantGrain>(Key.Tenant.Value).Get())?.Name ?? Key.Tenant.Value;
        var command = await SignUpMail.Of(GrainFactory, Key.Tenant, name, signUp, url, hash);
        var submission = GrainFactory.GetGrain<ISubmissionGrain>(
            SubmissionKeys.Of(Key.Tenant, command.Idempotency!.Key));
        switch (await submission.Submit(command))
        {
            case SubmitResult.Refused { Refusal: { Code: RefusalCode.StoreUnavailable, Detail: var detail } }:
                throw new StoreUnavailableException(detail);
            case SubmitResult.Refused { Refusal: { Code: RefusalCode.IdempotencyInProgress, Detail: var detail } }:
                throw new TimeoutException(detail);
            case SubmitResult.Refused { Refusal: var refusal }:
                log.LogWarning("the confirmation message of {Contact} was refused: {Detail}", Key, refusal.Detail);
                return refusal;
            default:
                return null;
        }
    }
}
