using Actors.Grains.Answers;
using Actors.Grains.Departures;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;
using Actors.Grains.Users;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.Senders;

/// <summary>Shell of a sender: loads, asks the rules, commits once, hands its mails over.</summary>
public sealed partial class SenderGrain(
    [PersistentState("sender", StorageNames.Grains)] IPersistentState<SenderState> stored,
    SenderDomains domains,
    ISenderDirectory directory,
    SenderNames names,
    ISecretBox secrets,
    LinkIssuer links,
    TimeProvider time,
    ILogger<SenderGrain> log) : BriefGrain, ISenderGrain
{
    private SenderKey Key => SenderKey.Parse(this.GetPrimaryKeyString());

    private DateTimeOffset Now => time.GetUtcNow();

    private Answer<SenderView> View =>
        Answer.Of(SenderRules.View(stored.State, Key.Sender, Now), stored.State.Etag);

    public Task<Answer<SenderView>> Get()
    {
        if (stored.State.IsThere)
            return Task.FromResult(View);
        ForgetGuess();
        return Task.FromResult<Answer<SenderView>>(Answer.NotFound);
    }

    public async Task<Answer<SenderView>> Rename(string name, string? ifMatch)
    {
        if (Refuse(ifMatch) is { } refusal)
            return refusal;
        if (name != stored.State.Name)
            await Save(stored.State with { Name = name, Revision = stored.State.Revision + 1 });
        return View;
    }

    public async Task<Answer<SenderView>> Resend()
    {
        if (Refuse(null) is { } missing)
            return missing;
        if (stored.State.Status == SenderStatus.Confirmed)
            return View;
        if (await RefuseMail() is { } refusal)
            return refusal;
        await Save(await WithMail(stored.State));
        await Drain();
        return View;
    }

    public async Task<Refusal?> Delete(string? ifMatch)
    {
        if ((Refuse(ifMatch) ?? await GrainFactory.RefuseRemoval(Key.Tenant, stored.State.Address!)) is { } refusal)
            return refusal;
        await SaveCertificate(SenderRules.Deleted(stored.State));
        return null;
    }

    public Task<SenderLink> Link(string hash) => Task.FromResult(LinkOf(hash));

    public async Task<SenderLink> Confirm(string hash)
    {
        var link = LinkOf(hash);
        if (link.Standing == LinkStanding.Open)
            await Save(SenderRules.Confirmed(stored.State, Now));
        return link;
    }

    public Task<SenderProof?> Proof()
    {
        if (stored.State.IsThere)
            return Task.FromResult<SenderProof?>(new SenderProof(
                SenderRules.StatusAt(stored.State, Now), stored.State.Account));
        ForgetGuess();
        return Task.FromResult<SenderProof?>(null);
    }

    public async Task Wake()
    {
        await ReleaseAgain();
        if (stored.State is { IsDeleted: true, ReleaseAgainAt: null } && SenderRules.ForgottenAt(stored.State) <= Now)
        {
            await stored.Erase(this);
            return;
        }
        var admins = SenderRules.HasWarning(stored.State, Now) ? await GrainFactory.AdminsOf(Key.Tenant) : [];
        await Save(SenderRules.Woken(stored.State, Key.Sender, admins, Now));
        await Drain();
    }

    public Task<string?> Export() => Task.FromResult(
        ExportLine.Of(stored.State.IsThere ? SenderRules.View(stored.State, Key.Sender, Now) : null));

    public async Task Erase()
    {
        await stored.Erase(this);
        Forget();
    }

    private SenderLink LinkOf(string hash)
    {
        var standing = SenderRules.Standing(stored.State, hash, Now);
        return new SenderLink(standing, standing == LinkStanding.Unknown ? null : stored.State.Address);
    }

    private Refusal? Refuse(string? ifMatch) =>
        stored.State.IsThere ? Answer.Stale(ifMatch, stored.State.Etag) : Answer.NotFound;

    private async Task<Refusal?> RefuseMail() => SenderRules.RefuseMail(stored.State, Now)
        ?? await GrainFactory.GetGrain<IPlatformMailGrain>(Key.Tenant.Value).MayApproach();

    private async Task<SenderState> WithMail(SenderState state)
    {
        var link = links.New();
        var next = SenderRules.Mailing(state, Key.Sender, link, Now);
        await GrainFactory.GetGrain<ILinkGrain>(link.Hash).Issue(
            new LinkTarget(LinkPurpose.SenderConfirmation, Key.Tenant, Key.Sender.Value), next.LinkExpiresAt);
        return next;
    }

    private async Task Save(SenderState next)
    {
        if (next == stored.State)
            return;
        await stored.Save(next, this);
        Forget();
    }

    private void Forget()
    {
        directory.Forget(Key);
        names.Forget(Key);
    }

    private Task Drain() => stored.Drain(Key.Tenant, GrainFactory, this, log);

    /// <summary>Addresses that nobody has registered leave nothing in memory.</summary>
    private void ForgetGuess()
    {
        if (!stored.RecordExists)
            LeaveSoon();
    }
}
