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
            Ending = state.Ending.AddRange(Hashes(state.Sessions.RemoveRange(kept))),
        };
    }

    /// <returns>Null where none is to be sent now: nobody, no tenant, or one was sent a moment ago.</returns>
    public static ResetLink? NextReset(PersonState state, string hash, DateTimeOffset now) =>
        state.First is null || (state.Reset is { Used: false } last && now < last.MadeAt + ResetPause)
            ? null
            : new ResetLink(hash, now, now + ResetLife, Used: false);

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

    public static LinkStanding Standing(PersonState state, string link, DateTimeOffset now) => state.Reset switch
    {
        { } reset when reset.Hash != link => LinkStanding.Unknown,
        null => LinkStanding.Unknown,
        { Used: true } => LinkStanding.Used,
        { } reset => now < reset.ExpiresAt ? LinkStanding.Open : LinkStanding.Expired,
    };

    /// <returns>Unchanged where it is a member already, or of too many.</returns>
    public static PersonState Joined(PersonState state, EmailAddress address, Membership membership) =>
        state.Memberships.Contains(membership) || state.Memberships.Length >= MembershipsMax
            ? state
            : state with { Address = state.Address ?? address, Memberships = state.Memberships.Add(membership) };

    /// <summary>Of a person who is no user of anybody, nothing stays.</summary>
    public static PersonState Left(PersonState state, Membership membership)
    {
        if (!state.Memberships.Contains(membership))
            return state;
        var next = Ended(state, session => session.Membership == membership);
        return state.Memberships.Length == 1
            ? new PersonState { Ending = next.Ending }
            : next with { Memberships = next.Memberships.Remove(membership) };
    }

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
