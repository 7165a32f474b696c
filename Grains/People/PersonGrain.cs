using System.Collections.Immutable;
using Actors.Grains.Departures;
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
    /// <summary>Whether failures were counted that are not stored yet.</summary>
    private bool counted;

    private string Key => this.GetPrimaryKeyString();

    private DateTimeOffset Now => time.GetUtcNow();

    public Task<PasswordSalt?> Salt() => Task.FromResult(stored.State.Password?.Salt);

    public Task<ImmutableArray<Membership>?> Check(byte[] hash) =>
        Task.FromResult(Matches(hash) ? stored.State.Memberships : (ImmutableArray<Membership>?)null);

    public async Task KeepCount()
    {
        if (!counted)
            return;
        counted = false; // what is counted during the write is kept by the next
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }

    public async Task<bool> SetFirstPassword(EmailAddress address, PasswordHash password)
    {
        if (stored.State.Password is not null)
            return false;
        await Save(stored.State with { Address = address, Password = password });
        return true;
    }

    public async Task<bool> ChangePassword(byte[] present, PasswordHash next, string session)
    {
        if (!Matches(present))
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
        var next = PersonRules.WithReset(stored.State, reset);
        await Finish(next with { Outgoing = next.Outgoing.Add(mail) });
    }

    public Task<LinkStanding> Reset(string link) =>
        Task.FromResult(PersonRules.FindReset(stored.State, link)?.At(Now) ?? LinkStanding.Unknown);

    public async Task<LinkStanding> ResetPassword(string link, PasswordHash next)
    {
        if (PersonRules.FindReset(stored.State, link) is not { } reset)
            return LinkStanding.Unknown;
        var standing = reset.At(Now);
        if (standing == LinkStanding.Open)
            await Finish(PersonRules.WithPassword(stored.State, next, reset));
        return standing;
    }

    public async Task<bool> Join(EmailAddress address, Membership membership)
    {
        if (PersonRules.Joined(stored.State, address, membership) is not { } next)
            return false;
        await Save(next);
        return true;
    }

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

    /// <summary>What it counts is in memory at once, so that those who guess at the same time have no more guesses than
    /// one after the other; it is stored after the answer.</summary>
    private bool Matches(byte[] hash)
    {
        var right = PersonRules.Matches(stored.State, hash, Now);
        var next = right ? PersonRules.Succeeded(stored.State) : PersonRules.Failed(stored.State, Now);
        counted |= !ReferenceEquals(next, stored.State);
        stored.State = next;
        _ = GrainFactory.GetGrain<IPersonGrain>(Key).KeepCount(); // of nobody, too: it takes as long
        return right;
    }

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

        if (stored.RecordExists && PersonRules.IsNobody(stored.State))
            await stored.Erase(this);
        else if (PersonRules.WriterTo(stored.State) is { } writer)
            await stored.Drain(writer, GrainFactory, this, log);
    }

    /// <summary>Nothing is written of somebody who does not exist.</summary>
    private Task Save(PersonState next) =>
        ReferenceEquals(next, stored.State) ? Task.CompletedTask : stored.Save(next, this);
}
