using System.Collections.Immutable;
using Actors.Grains.Answers;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.Plans;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;
using Actors.Grains.Tenants;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.Users;

public sealed partial class TenantUsersGrain(
    [PersistentState("tenant-users", StorageNames.Grains)] IPersistentState<TenantUsersState> stored,
    LinkIssuer links, IIdSource chance, TimeProvider time, ILogger<TenantUsersGrain> log)
    : Grain, ITenantUsersGrain
{
    private TenantId Tenant => TenantId.Parse(this.GetPrimaryKeyString());

    private DateTimeOffset Now => time.GetUtcNow();

    public async Task<Answer<UserView>> Invite(UserDraft draft)
    {
        var (link, url) = NewLink();
        var decision = UserRules.Invited(stored.State, draft, NewId(), link, Now);
        return (decision.Refusal ?? await BeyondPlan(draft.Role, stored.State.Users.Length)) is { } refusal
            ? refusal
            : await Invite(decision, url, draft.InvitedBy);
    }

    public Task<Answer<UserView>> InviteAgain(string user, string invitedBy)
    {
        var (link, url) = NewLink();
        return Invite(UserRules.InvitedAgain(stored.State, user, link, Now), url, invitedBy);
    }

    public async Task<Answer<UserView>> Change(string user, UserChange change, string? ifMatch)
    {
        var decision = UserRules.Changed(stored.State, user, change, ifMatch);
        if (decision.User is not null && change.Role is { } role && await BeyondPlan(role, null) is { } refusal)
            return refusal;
        await Finish(decision.State);
        return AnswerOf(decision);
    }

    public async Task<Refusal?> Remove(string user)
    {
        var decision = UserRules.Removed(stored.State, user);
        if (decision.User is { } removed)
            await Finish(Without(decision.State, removed));
        return decision.Refusal;
    }

    public Task<Answer<UserView>> Get(string user) => Task.FromResult(
        UserRules.Find(stored.State, user) is { } found ? AnswerOf(found) : Answer.NotFound);

    public Task<ImmutableArray<UserView>> List() =>
        Task.FromResult(stored.State.Users.Select(ViewOf).ToImmutableArray());

    public Task<UserAccess?> Access(string user) => Task.FromResult(
        UserRules.Find(stored.State, user) is { Active: true } found
            ? new UserAccess(found.Id, found.Role, found.Address, found.Name)
            : null);

    public Task<UserCount> Count() => Task.FromResult(new UserCount(
        stored.State.Users.Length, stored.State.Users.Count(user => !user.Role.IsAdmin())));

    public Task Wake() => Finish(stored.State);

    /// <param name="users">How many there are; null where there is to be no further one.</param>
    private async Task<Refusal?> BeyondPlan(UserRole role, int? users)
    {
        if (Tenant == PlatformSender.Tenant)
            return null;
        var tenant = GrainFactory.GetGrain<ITenantGrain>(Tenant.Value);
        return (users is { } current ? await tenant.MayAdd(PlanFeature.Users, current) : null)
            ?? (role.IsAdmin() ? null : await tenant.MayAdd(PlanFeature.Roles, 0));
    }

    private async Task<Answer<UserView>> Invite(UserDecision decision, string url, string invitedBy)
    {
        if (decision.User is not { Invitation: { } link } user)
            return decision.Refusal!;
        if (await MayApproach() is { } tooMany)
            return tooMany;
        await Issue(LinkPurpose.Invitation, user.Id, link);
        await Finish(decision.State, PlatformMail.Invitation(
            "invitation-" + link.Hash[..16], user.Address, invitedBy, user.Role.Name(), url, link.ExpiresAt));
        return AnswerOf(decision);
    }

    private Task<Refusal?> MayApproach() => GrainFactory.GetGrain<IPlatformMailGrain>(Tenant.Value).MayApproach();

    /// <summary>After the commit: persons are told, mails go. What a crash leaves is done when woken.</summary>
    private async Task Finish(TenantUsersState next, PlatformMail? mail = null)
    {
        if (mail is not null)
            next = next with { Outgoing = next.Outgoing.Add(mail) };
        if (!ReferenceEquals(next, stored.State))
            await stored.Save(next, this);
        await TellPersons();
        await stored.Drain(Tenant, GrainFactory, this, log);
    }

    private string NewId()
    {
        Span<byte> bytes = stackalloc byte[10];
        chance.Fill(bytes);
        return "usr_" + SortableId.Create(Now, bytes).ToLowerInvariant();
    }

    private static Answer<UserView> AnswerOf(UserDecision decision) =>
        decision.User is { } user ? AnswerOf(user) : decision.Refusal!;

    private static Answer<UserView> AnswerOf(StoredUser user) => Answer.Of(ViewOf(user), UserRules.EtagOf(user));

    private static UserView ViewOf(StoredUser user) => new(
        user.Id, user.Address, user.Name, user.Role, user.Active, user.CreatedAt,
        user.Active ? null : user.Invitation?.ExpiresAt);
}
