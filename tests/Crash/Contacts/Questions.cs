using System.Collections.Concurrent;
using Actors.Grains.SignUps;

namespace Actors.Crash.Contacts;

/// <summary>How often somebody may have been asked to confirm. A sign-up that is repeated asks again only after the
/// server's pause, but then it does, and what was asked before is void: on a slow machine both happen.</summary>
public sealed class Questions(TimeProvider time)
{
    /// <summary>As the server has it, and less by what a request may take.</summary>
    private static readonly TimeSpan Pause = SignUpLimits.MailPause - TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, long> signedUp = new();

    /// <summary>Before a sign-up is sent.</summary>
    public void Begin(string reader) => signedUp.TryAdd(reader, time.GetTimestamp());

    /// <returns>How many there may be by now, one at least.</returns>
    public int Max(string reader) => Max(reader, time.GetTimestamp());

    /// <param name="last">When the last of them had come, as <see cref="TimeProvider.GetTimestamp"/> has it.</param>
    /// <inheritdoc cref="Max(string)"/>
    public int Max(string reader, long last) => signedUp.TryGetValue(reader, out var first) && last > first
        ? 1 + (int)(time.GetElapsedTime(first, last) / Pause)
        : 1;
}
