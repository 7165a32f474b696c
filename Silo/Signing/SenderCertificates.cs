using System.Collections.Concurrent;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Grains.Senders;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Smime;

namespace Actors.Silo.Signing;

/// <summary>The certificates that senders have uploaded, remembered: a key is opened once, and a message asks no
/// grain.</summary>
/// <remarks>A change in this process counts at once, one of another process after <see cref="Fresh"/>. Identities that
/// are replaced may still sign: the collector takes them.</remarks>
public sealed class SenderCertificates(
    IGrainFactory grains, ISecretBox secrets, TimeProvider time, ILogger<SenderCertificates> log) : ISenderDirectory
{
    /// <summary>How long an answer counts without asking again.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    /// <summary>Senders remembered; beyond it everything is forgotten and asked for anew.</summary>
    public const int SendersMax = 20_000;

    private readonly ConcurrentDictionary<SenderKey, Known> known = new();

    /// <summary>Counts what was forgotten, so that no answer asked for before is remembered after.</summary>
    private long forgotten;

    /// <param name="author">Who stands in From; null where that is not known.</param>
    public ValueTask<SenderSignature> Of(TenantId tenant, EmailAddress? author)
    {
        if (author is null)
            return new ValueTask<SenderSignature>(SenderSignature.None);
        return Of(SenderKey.Of(tenant, author));
    }

    public async ValueTask<bool> CanSign(SenderKey sender) => !(await Of(sender)).IsUnusable;

    public void Forget(SenderKey sender)
    {
        Interlocked.Increment(ref forgotten);
        known.TryRemove(sender, out _);
    }

    private ValueTask<SenderSignature> Of(SenderKey key) =>
        known.TryGetValue(key, out var entry) && time.GetElapsedTime(entry.At) < Fresh
            ? new ValueTask<SenderSignature>(entry.Signature)
            : Ask(key, entry);

    private async ValueTask<SenderSignature> Ask(SenderKey key, Known? before)
    {
        var (at, count) = (time.GetTimestamp(), Interlocked.Read(ref forgotten));
        var stored = await grains.GetGrain<ISenderGrain>(key.ToString()).Certificate();
        var signature = stored is null ? SenderSignature.None
            : before is { Signature.IsUnusable: false } && before.Sealed == stored.Sealed ? before.Signature
            : Open(key, stored);
        if (known.Count >= SendersMax)
            known.Clear();
        if (count == Interlocked.Read(ref forgotten))
            known[key] = new Known(stored?.Sealed, signature, at);
        return signature;
    }

    private SenderSignature Open(SenderKey key, SealedCertificate stored)
    {
        var now = time.GetUtcNow();
        if (now > stored.ValidUntil)
        {
            log.LogWarning("the certificate of sender {Sender} has expired: its mail goes out without S/MIME", key);
            return SenderSignature.None;
        }
        var reason = "sealed with another key";
        if (secrets.Open(SenderSecrets.CertificatePurpose(key), stored.Sealed) is { } file)
        {
            if (SmimeIdentity.TryLoad(file, "", stored.Address, now, out var identity, out var refusal))
                return new SenderSignature(identity, IsUnusable: false);
            reason = refusal.Code;
        }
        log.LogError("the certificate of sender {Sender} cannot be used ({Reason}): its mail is held", key, reason);
        return SenderSignature.Unusable;
    }

    /// <param name="Sealed">Null for none.</param>
    private sealed record Known(string? Sealed, SenderSignature Signature, long At);
}

/// <summary>What a sender's mail is S/MIME-signed with.</summary>
/// <param name="Identity">Null for nothing.</param>
/// <param name="IsUnusable">There is something, and it cannot be used: mail waits, as its sender wants it
/// signed.</param>
public sealed record SenderSignature(SmimeIdentity? Identity, bool IsUnusable)
{
    public static SenderSignature None { get; } = new(null, IsUnusable: false);

    public static SenderSignature Unusable { get; } = new(null, IsUnusable: true);
}
