using System.Collections.Immutable;
using System.Security.Cryptography;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.PlatformMails;
using Actors.Grains.Sessions;
using Actors.Mail.Addresses;

namespace Actors.Grains.People;

/// <summary>Passwords, locks and sessions of a person: pure.</summary>
public static class PersonRules
{
    /// <summary>Wrong passwords in a row without consequence.</summary>
    public const int FailuresFree = 5;

    /// <summary>The first lock; each further failure doubles it.</summary>
    public static readonly TimeSpan FirstLock = TimeSpan.FromSeconds(30);

    /// <summary>Longer than this nobody is locked out: a lock must not keep the owner away for a day.</summary>
    public static readonly TimeSpan LongestLock = TimeSpan.FromMinutes(15);

    /// <summary>Without a failure for so long, all are forgotten.</summary>
    public static readonly TimeSpan FailuresKept = TimeSpan.FromHours(24);

    public static readonly TimeSpan ResetLife = TimeSpan.FromHours(1);

    /// <summary>Between two mails with a link to set a password.</summary>
    public static readonly TimeSpan ResetPause = TimeSpan.FromMinutes(2);

    /// <summary>Such mails within <see cref="ResetLife"/>: whoever asks for them, while no further one is sent the last
    /// of them is good.</summary>
    public const int ResetsMax = 3;

    /// <summary>Links that are remembered, so that an old one can say so.</summary>
    public const int ResetsKept = 10;

    /// <summary>Tenants that one person can be a user of.</summary>
    public const int MembershipsMax = 100;

    private static readonly byte[] NoHash = new byte[32];

    /// <summary>Takes the same steps whether or not there is a password, and whether or not it is locked.</summary>
    public static bool Matches(PersonState state, byte[] hash, DateTimeOffset now)
    {
        var equal = CryptographicOperations.FixedTimeEquals(state.Password?.Hash ?? NoHash, hash);
        return equal & state.Password is not null & now >= state.LockedUntil;
    }

    /// <remarks>What is tried while locked does not count: nobody keeps another locked out by going on.</remarks>
    public static PersonState Failed(PersonState state, DateTimeOffset now)
    {
        if (state.Password is null || now < state.LockedUntil)
            return state;
        var failures = now - state.LastFailureAt < FailuresKept ? state.Failures + 1 : 1;
        return state with
        {
            Failures = failures,
            LastFailureAt = now,
            LockedUntil = failures < FailuresFree ? state.LockedUntil : now + LockAfter(failures),
        };
    }

    /// <param name="failures">In a row, at least <see cref="FailuresFree"/>.</param>
    public static TimeSpan LockAfter(int failures)
    {
        var doublings = Math.Min(failures - FailuresFree, 10);
        var time = FirstLock * (1 << doublings);
        return time < LongestLock ? time : LongestLock;
    }

    public static PersonState Succeeded(PersonState state) =>
        state.Failures == 0 ? state : state with { Failures = 0, LockedUntil = default };

    public static PersonState WithPassword(PersonState state, PasswordHash password, string? keptSession = null)
    {
        var kept = state.Sessions.RemoveAll(session => session.Hash != keptSession);
        return state with
        {
            Password = password,
            Failures = 0,
            LockedUntil = default,
            Sessions = kept,
            Resets = [.. state.Resets.Select(link => link.Standing == LinkStanding.Open
                ? link with { Standing = LinkStanding.Expired }
                : link)],
            Ending = state.Ending.AddRange(Hashes(state.Sessions.RemoveRange(kept))),
        };
    }

    /// <summary>By a link that is open.</summary>
    public static PersonState WithPassword(PersonState state, PasswordHash password, ResetLink link)
    {
        var next = WithPassword(state, password);
        var resets = next.Resets.SetItem(state.Resets.IndexOf(link), link with { Standing = LinkStanding.Used });
        return next with { Resets = resets };
    }

    /// <returns>Null where none is to be sent now: nobody, no tenant, one was sent a moment ago, or too many
    /// were.</returns>
    public static ResetLink? NextReset(PersonState state, string hash, DateTimeOffset now)
    {
        if (state.First is null || (state.Resets is [.., var last] && now < last.MadeAt + ResetPause))
            return null;
        return state.Resets.Count(link => now < link.MadeAt + ResetLife) < ResetsMax
            ? new ResetLink(hash, now, LinkStanding.Open)
            : null;
    }

    public static PersonState WithReset(PersonState state, ResetLink link) => state with
    {
        Resets = [.. state.Resets.TakeLast(ResetsKept - 1), link],
    };

    /// <summary>
    /// Whose words a mail to the person has, and in whose sandbox it is seen where nothing is delivered: a tenant's own
    /// for a user of that tenant alone. The password is the person's in every tenant, so words of one tenant, which may
    /// take the link elsewhere, must not get at it once there is another.
    /// </summary>
    public static TenantId? WriterTo(PersonState state) => state.Memberships switch
    {
        [] => null,
        [var only] => only.Tenant,
        _ => PlatformSender.Tenant,
    };

    public static ResetLink? FindReset(PersonState state, string hash) =>
        state.Resets.FirstOrDefault(link => link.Hash == hash);

    /// <returns>Unchanged where it is a member already; null where it is one of too many.</returns>
    public static PersonState? Joined(PersonState state, EmailAddress address, Membership membership) =>
        state.Memberships.Contains(membership) ? state
        : state.Memberships.Length >= MembershipsMax ? null
        : state with { Address = state.Address ?? address, Memberships = state.Memberships.Add(membership) };

    /// <summary>Of a person who is no user of anybody, nothing stays.</summary>
    public static PersonState Left(PersonState state, Membership membership)
    {
        if (state.Memberships.IsEmpty)
            return state.Password is null ? state : new PersonState { Ending = state.Ending }; // invited, never joined
        if (!state.Memberships.Contains(membership))
            return state;
        var next = Ended(state, session => session.Membership == membership);
        return state.Memberships.Length == 1
            ? new PersonState { Ending = next.Ending }
            : next with { Memberships = next.Memberships.Remove(membership) };
    }

    /// <summary>Nothing is to be remembered: not even the address.</summary>
    public static bool IsNobody(PersonState state) =>
        state is { Memberships.IsEmpty: true, Password: null, Ending.IsEmpty: true };

    public static PersonState WithSession(PersonState state, SessionEntry session)
    {
        var room = state.Sessions.Length < SessionLimits.PerPersonMax
            ? state
            : Ended(state, one => one == state.Sessions[0]);
        return room with { Sessions = room.Sessions.Add(session) };
    }

    public static PersonState Ended(PersonState state, Func<SessionEntry, bool> which)
    {
        var ending = state.Sessions.Where(which).ToImmutableArray();
        return ending.IsEmpty ? state : state with
        {
            Sessions = state.Sessions.RemoveRange(ending),
            Ending = state.Ending.AddRange(Hashes(ending)),
        };
    }

    private static IEnumerable<string> Hashes(IEnumerable<SessionEntry> sessions) =>
        sessions.Select(session => session.Hash);
}
