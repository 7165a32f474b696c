using System.Collections.Immutable;
using Actors.Grains.Answers;
using Actors.Grains.Listings;
using Actors.Grains.Platform;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;
using Actors.Grains.Users;
using Actors.Mail.Addresses;

namespace Actors.Grains.SmtpAccounts;

/// <content>What the operator decides, and whom it tells.</content>
public sealed partial class SmtpAccountGrain
{
    public async Task<Refusal?> Approve()
    {
        if (AccountRules.RefuseApproval(Existing()) is { } refusal)
            return refusal;
        if (stored.State.Approved)
            return null;
        var admins = await Admins();
        await Save(Told(
            stored.State with { Approved = true, DeclinedFor = null },
            admins, (id, to) => PlatformMail.AccountApproved(id, to, stored.State.Name)));
        await Drain();
        return null;
    }

    public async Task<Answer<SmtpAccountView>> Decline(string reason)
    {
        if (!stored.RecordExists)
            return Answer.NotFound;
        if (stored.State.Approved)
            return Refusal.Of(RefusalCode.Conflict, "The account is approved already: block it instead.");
        await stored.Save(stored.State with { DeclinedFor = reason }, this);
        return Answered();
    }

    public async Task SetPaused(bool paused, string? reason)
    {
        if (Existing().Paused == paused)
            return;
        var next = stored.State with { Paused = paused };
        if (!paused)
        {
            await Save(next);
            return;
        }

        var admins = await Admins();
        await Save(Told(
            next, admins, (id, to) => PlatformMail.AccountBlocked(id, to, stored.State.Name, reason ?? "")));
        await Drain();
    }

    public async Task<Answer<SmtpAccountView>> SendFrom(SourceAddress source)
    {
        if (!stored.RecordExists)
            return Answer.NotFound;
        if (!stored.State.Effective.DedicatedIp)
            return Refusal.Of(RefusalCode.Conflict, "The account has a shared address: its tenant asked for no other.");
        if (guard.RefuseSource(source.Address) is { } unfit)
            return AccountRules.Field("/address", "not_allowed", unfit);
        if (await OtherTenantWith(source) is { } other)
            return Refusal.Of(RefusalCode.Conflict, $"{source.Address} is dedicated to an account of {other}.");
        await stored.Save(stored.State with { Source = source }, this);
        return Answered();
    }

    private async Task<Ids.TenantId?> OtherTenantWith(SourceAddress source)
    {
        var with = await GrainFactory.GetGrain<IListingGrain>(PlatformKey.Value)
            .List(new ListingQuery(ListingKinds.SmtpAccount) { Topic = source.Topic });
        return with.Items.FirstOrDefault(item => item.Tenant != Key.Tenant).Tenant;
    }

    /// <summary>The tenant's admins, or who asked for the account where nobody is known.</summary>
    private async Task<ImmutableArray<EmailAddress>> Admins() =>
        await GrainFactory.AdminsOf(Key.Tenant) is { IsEmpty: false } admins ? admins
        : stored.State.RequestedBy is { } asker ? [asker]
        : [];

    /// <summary>The state with mails more to hand over: one commit with what they tell of, each sent once.</summary>
    private SmtpAccountState Told(
        SmtpAccountState next, ImmutableArray<EmailAddress> admins, Func<string, EmailAddress, PlatformMail> mail)
    {
        if (admins.IsEmpty)
            return next;
        var number = next.MailsSent + 1;
        return next with
        {
            MailsSent = number,
            Outgoing = next.Outgoing.AddRange(
                admins.Select(to => mail($"smtp-account/{Key.Account}/{number}/{to.Key}", to))),
            DueAt = time.GetUtcNow(),
        };
    }

    private Task Drain() => stored.Drain(Key.Tenant, GrainFactory, this, log);
}
