using Actors.Grains.Alarms;
using Actors.Grains.People;

namespace Actors.Grains.Sessions;

/// <summary>One log-in of a user in a browser.</summary>
/// <remarks>Key: <see cref="Credentials.Secret.Hash"/> of the cookie. It ends when nobody uses it for
/// <see cref="SessionLimits.Idle"/>, in any case after <see cref="SessionLimits.Whole"/>, or when it is
/// ended.</remarks>
[Alias("session")]
public interface ISessionGrain : IAlarmed
{
    Task Open(SessionDraft draft);

    /// <returns>Null when it never was, or has ended.</returns>
    [ReadOnly]
    Task<SessionView?> Find();

    /// <summary>Somebody uses it.</summary>
    [OneWay]
    Task Used();

    Task End();
}

public static class SessionLimits
{
    public static readonly TimeSpan Idle = TimeSpan.FromHours(2);

    public static readonly TimeSpan Whole = TimeSpan.FromHours(24);

    /// <summary>Use is written down that much apart: no request waits for it, few cause it.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    /// <summary>Sessions of one person at a time; with one more the oldest ends.</summary>
    public const int PerPersonMax = 20;

    /// <summary>Characters that are kept of what a browser calls itself.</summary>
    public const int BrowserLengthMax = 200;
}

/// <param name="Person">Key of its <see cref="IPersonGrain"/>.</param>
/// <param name="Browser">As it calls itself; empty for nothing.</param>
/// <param name="Address">Where it logged in from; empty where unknown.</param>
[GenerateSerializer, Immutable, Alias("session-draft")]
public sealed record SessionDraft(string Person, SessionEntry Entry, string Browser, string Address);

[GenerateSerializer, Immutable, Alias("session-view")]
public sealed record SessionView(
    string Person, SessionEntry Entry, string Browser, string Address, DateTimeOffset LastUsedAt,
    DateTimeOffset ExpiresAt);
