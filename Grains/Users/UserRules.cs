using System.Globalization;
using Actors.Grains.Answers;
using Actors.Grains.Links;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Users;

/// <summary>Who may become, be and cease to be a user: pure.</summary>
public static class UserRules
{
    public static UserDecision Invited(
        TenantUsersState state, UserDraft draft, string id, UserLink link, DateTimeOffset now)
    {
        if (HasAddress(state, draft.Address))
            return Refused(state, RefusalCode.AlreadyExists, $"{draft.Address} is a user already.");
        if (state.Users.Length >= UserLimits.UsersMax)
            return Refused(
                state, RefusalCode.Conflict, $"There are {UserLimits.UsersMax} users; more there cannot be.");
        var user = new StoredUser(id, draft.Address, draft.Name, draft.Role, Active: false, now, Version: 1)
        {
            Invitation = link,
        };
        return new UserDecision(state with { Users = state.Users.Add(user) }, user, null);
    }

    public static UserDecision InvitedAgain(TenantUsersState state, string id, UserLink link, DateTimeOffset now)
    {
        if (Find(state, id) is not { } user)
            return new UserDecision(state, null, Answer.NotFound);
        if (user.Active)
            return Refused(state, RefusalCode.Conflict, "The user has followed an invitation already.");
        return TooSoon(state, user.Invitation, now) ?? With(state, user with { Invitation = link });
    }

    public static UserDecision Changed(TenantUsersState state, string id, UserChange change, string? ifMatch)
    {
        if (Find(state, id) is not { } user)
            return new UserDecision(state, null, Answer.NotFound);
        if (Answer.Stale(ifMatch, EtagOf(user)) is { } stale)
            return new UserDecision(state, null, stale);
        var next = user with { Name = change.Name ?? user.Name, Role = change.Role ?? user.Role };
        if (next == user)
            return new UserDecision(state, user, null);
        return !next.Role.IsAdmin() && IsLastAdmin(state, user)
            ? LastAdmin(state)
            : With(state, next with { Version = user.Version + 1 });
    }

    public static UserDecision Removed(TenantUsersState state, string id)
    {
        if (Find(state, id) is not { } user)
            return new UserDecision(state, null, Answer.NotFound);
        return IsLastAdmin(state, user)
            ? LastAdmin(state)
            : new UserDecision(state with { Users = state.Users.Remove(user) }, user, null);
    }

    /// <summary>What a link to a user is worth.</summary>
    /// <param name="used">Whether it has done its work.</param>
    public static LinkStanding Standing(UserLink? link, string hash, bool used, DateTimeOffset now) =>
        link?.Hash != hash ? LinkStanding.Unknown
        : used ? LinkStanding.Used
        : now < link.ExpiresAt ? LinkStanding.Open
        : LinkStanding.Expired;

    public static UserDecision Accepted(TenantUsersState state, StoredUser user, string? name) =>
        With(state, user with { Active = true, Name = name ?? user.Name, Version = user.Version + 1 });

    public static UserDecision AddressAsked(
        TenantUsersState state, string id, EmailAddress address, UserLink link, DateTimeOffset now)
    {
        if (Find(state, id) is not { Active: true } user)
            return new UserDecision(state, null, Answer.NotFound);
        if (HasAddress(state, address))
            return Refused(state, RefusalCode.AlreadyExists, $"{address} is a user's address already.");
        return TooSoon(state, user.AddressLink, now)
            ?? With(state, user with { NextAddress = address, AddressLink = link });
    }

    /// <returns>Refused where another user has the address by now.</returns>
    public static UserDecision AddressProved(TenantUsersState state, StoredUser user, EmailAddress address) =>
        HasAddress(state, address)
            ? Refused(state, RefusalCode.AlreadyExists, $"{address} is a user's address already.")
            : With(state, user with { Address = address, NextAddress = null, Version = user.Version + 1 });

    public static StoredUser? Find(TenantUsersState state, string id) =>
        state.Users.FirstOrDefault(user => user.Id == id);

    public static string EtagOf(StoredUser user) => user.Version.ToString(CultureInfo.InvariantCulture);

    /// <summary>Only who has followed the invitation counts: nobody else can log in.</summary>
    private static bool IsLastAdmin(TenantUsersState state, StoredUser user) =>
        user.Active && user.Role.IsAdmin()
        && !state.Users.Any(other => other.Id != user.Id && other.Active && other.Role.IsAdmin());

    private static UserDecision LastAdmin(TenantUsersState state) =>
        Refused(state, RefusalCode.Conflict, "This is the last admin: make another user one first.");

    private static bool HasAddress(TenantUsersState state, EmailAddress address) =>
        state.Users.Any(user => user.Address.Key == address.Key);

    private static UserDecision? TooSoon(TenantUsersState state, UserLink? last, DateTimeOffset now) =>
        last is not null && now < last.MadeAt + UserLimits.MailPause
            ? Refused(state, RefusalCode.TooManyAttempts, "A mail was sent a moment ago; wait a minute.")
            : null;

    private static UserDecision With(TenantUsersState state, StoredUser user) => new(
        state with { Users = [.. state.Users.Select(other => other.Id == user.Id ? user : other)] }, user, null);

    private static UserDecision Refused(TenantUsersState state, RefusalCode code, string detail) =>
        new(state, null, Refusal.Of(code, detail));
}
