using System.Collections.Immutable;
using Actors.Grains.Alarms;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.Sessions;
using Actors.Mail.Addresses;

namespace Actors.Grains.People;

/// <summary>Whoever reads an address: one password, and the tenants it is a user of.</summary>
/// <remarks>
/// Key: <see cref="EmailAddress.Key"/>. Passwords are hashed outside of grains, for that takes long. What is asked
/// while somebody logs in takes the same way whether or not the person exists, and writes nothing before the answer.
/// </remarks>
[Alias("person")]
public interface IPersonGrain : IAlarmed
{
    /// <returns>How to hash what was typed; null when there is no password.</returns>
    [ReadOnly, AlwaysInterleave]
    Task<PasswordSalt?> Salt();

    /// <summary>Checks and counts in one step, however many guess at once: after several failures in a row the person
    /// is locked out for a while. Waits for no commit, which nobody causes who does not exist.</summary>
    /// <returns>The tenants to choose from; null when the password is wrong, there is none, or the person is locked
    /// out: the same for all.</returns>
    [AlwaysInterleave]
    Task<ImmutableArray<Membership>?> Check(byte[] hash);

    /// <summary>Stores what <see cref="Check"/> has counted; it asks for that itself.</summary>
    [OneWay]
    Task KeepCount();

    /// <summary>Sets a password where there is none, by a link that proved the address.</summary>
    /// <returns>False when there is one: it stays.</returns>
    Task<bool> SetFirstPassword(EmailAddress address, PasswordHash password);

    /// <summary>Sets another and ends every session but one, and every link to set one. A wrong one is counted as
    /// <see cref="Check"/> does.</summary>
    /// <param name="present">Hash of the present password.</param>
    /// <param name="session">Hash of the session that stays.</param>
    /// <returns>False when the present password is wrong.</returns>
    Task<bool> ChangePassword(byte[] present, PasswordHash next, string session);

    /// <summary>Replaces the hash of the same password by one with more iterations.</summary>
    /// <param name="present">Nothing changes where it is not the present password.</param>
    Task Rehash(byte[] present, PasswordHash next);

    /// <summary>Sends a link to set a new password; to nobody where there is no such person, and so many an hour. A
    /// link before stays good: who asks in another's name takes none from them.</summary>
    [OneWay]
    Task RequestReset();

    [ReadOnly]
    Task<LinkStanding> Reset(string link);

    /// <summary>Sets the password, ends every session, every lock and every other link.</summary>
    Task<LinkStanding> ResetPassword(string link, PasswordHash next);

    /// <summary>Repeating it changes nothing.</summary>
    /// <returns>False when the person is a user of as many tenants as there may be.</returns>
    Task<bool> Join(EmailAddress address, Membership membership);

    /// <summary>Ends the person's sessions of that tenant.</summary>
    Task Leave(Membership membership);

    /// <summary>
    /// Opens a session and remembers it, so that it can be listed and ended; in one turn, so that no change of the
    /// password comes between that would miss it. The oldest of too many ends.
    /// </summary>
    /// <param name="present">The hash of the password that it was asked with.</param>
    /// <returns>False when the password is another one by now.</returns>
    Task<bool> OpenSession(SessionDraft session, byte[] present);

    /// <returns>Those of that tenant's user.</returns>
    [ReadOnly]
    Task<ImmutableArray<SessionEntry>> Sessions(Membership membership);

    /// <returns>False when the user has no such session.</returns>
    Task<bool> EndSession(Membership membership, string id);
}

/// <param name="Iterations">Of PBKDF2 with HMAC-SHA-256.</param>
[GenerateSerializer, Immutable, Alias("password-salt")]
public sealed record PasswordSalt(byte[] Salt, int Iterations);

/// <param name="Hash">32 bytes.</param>
[GenerateSerializer, Immutable, Alias("password-hash")]
public sealed record PasswordHash(PasswordSalt Salt, byte[] Hash);

/// <param name="User">usr_...</param>
[GenerateSerializer, Immutable, Alias("membership")]
public readonly record struct Membership(TenantId Tenant, string User);

/// <param name="Hash">Key of its <see cref="Sessions.ISessionGrain"/>.</param>
/// <param name="Id">ses_...: what it is listed and ended by.</param>
[GenerateSerializer, Immutable, Alias("session-entry")]
public sealed record SessionEntry(string Hash, string Id, Membership Membership, DateTimeOffset CreatedAt);
