using System.Collections.Immutable;
using Actors.Grains.Links;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Grains.Sessions;
using Actors.Mail.Addresses;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.People;

public sealed class PersonGrain(
    [PersistentState("person", StorageNames.Grains)] IPersistentState<PersonState> stored,
    LinkIssuer links, TimeProvider time, ILogger<PersonGrain> log) : Grain, IPersonGrain
{
    private string Key => this.GetPrimaryKeyString();

    private DateTimeOffset Now => time.GetUtcNow();

    public Task<PasswordSalt?> Salt() => Task.FromResult(stored.State.Password?.Salt);

    public Task<ImmutableArray<Membership>?> Check(byte[] hash) => Task.FromResult(
        PersonRules.Matches(stored.State, hash, Now) ? stored.State.Memberships : (ImmutableArray<Membership>?)null);

    public Task Failed() => Save(PersonRules.Failed(stored.State, Now));

    public Task Succeeded() => Save(PersonRules.Succeeded(stored.State));

    public async Task<bool> SetFirstPassword(EmailAddress address, PasswordHash password)
    {
        if (stored.State.Password is not null)
            return false;
        await Save(stored.State with { Address = address, Password = password });
        return true;
    }

    public async Task<bool> ChangePassword(byte[] present, PasswordHash next, string session)
    {
        if (!PersonRules.Matches(stored.State, present, Now))
            return false;
        await Finish(PersonRules.WithPassword(stored.State, next, session));
        return true;
    }

    public Task Rehash(byte[] present, PasswordHash next) => PersonRules.Matches(stored.State, present, Now)
        ? Save(stored.State with { Password = next })
        : Task.CompletedTask;

    public async Task RequestReset()
    {
        var link = links.New();
        if (PersonRules.NextReset(stored.State, link.Hash, Now) is not { } reset || stored.State.First is not { } first)
            return;
        await GrainFactory.GetGrain<ILinkGrain>(link.Hash)
            .Issue(new LinkTarget(LinkPurpose.PasswordReset, first.Tenant, Key), reset.ExpiresAt);
        var mail = PlatformMail.PasswordReset(
            $"reset-{link.Hash[..16]}", stored.State.Address!, link.Url, reset.ExpiresAt);
        await Finish(stored.State with { Reset = reset, Outgoing = stored.State.Outgoing.Add(mail) });
    }

    public Task<LinkStanding> Reset(string link) =>
        Task.FromResult(PersonRules.Standing(stored.State, link, Now));

    public async Task<LinkStanding> ResetPassword(string link, PasswordHash next)
    {
        var standing = PersonRules.Standing(stored.State, link, Now);
        if (standing == LinkStanding.Open)
            await Finish(PersonRules.WithPassword(stored.State, next) with
            {
                Reset = stored.State.Reset! with { Used = true },
            });
        return standing;
    }

    public Task Join(EmailAddress address, Membership membership) =>
        Save(PersonRules.Joined(stored.State, address, membership));

    public Task Leave(Membership membership) => Finish(PersonRules.Left(stored.State, membership));

    public async Task<bool> OpenSession(SessionDraft session, byte[] present)
    {
        if (!PersonRules.Matches(stored.State, present, Now))
            return false;
        await Finish(PersonRules.WithSession(stored.State, session.Entry)); // first: what can be used can be ended
        await GrainFactory.GetGrain<ISessionGrain>(session.Entry.Hash).Open(session);
        return true;
    }

    public Task<ImmutableArray<SessionEntry>> Sessions(Membership membership) => Task.FromResult(
        stored.State.Sessions.RemoveAll(session => session.Membership != membership));

    public async Task<bool> EndSession(Membership membership, string id)
    {
        var next = PersonRules.Ended(stored.State, one => one.Membership == membership && one.Id == id);
        var known = !ReferenceEquals(next, stored.State);
        await Finish(next);
        return known;
    }

    public Task Wake() => Finish(stored.State);

    /// <summary>After the commit: sessions that are over end, mails go. What a crash leaves is done when
    /// woken.</summary>
    private async Task Finish(PersonState next)
    {
        await Save(next);
        if (!stored.State.Ending.IsEmpty)
        {
            foreach (var hash in stored.State.Ending)
                await GrainFactory.GetGrain<ISessionGrain>(hash).End();
            await Save(stored.State with { Ending = [] });
        }

        if (PersonRules.WriterTo(stored.State) is { } writer)
            await stored.Drain(writer, GrainFactory, this, log);
    }

    /// <summary>Nothing is written of somebody who does not exist.</summary>
    private Task Save(PersonState next) =>
        ReferenceEquals(next, stored.State) ? Task.CompletedTask : stored.Save(next, this);
}
