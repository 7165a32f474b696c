using System.Collections.Immutable;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;

namespace Actors.Grains.Sandbox;

/// <summary>What the built-in receiving server took for a tenant; the newest thousand are kept.</summary>
/// <remarks>Key: <see cref="TenantId"/>.</remarks>
[Alias("sandbox")]
public interface ISandboxGrain : IGrainWithStringKey
{
    /// <param name="after">Continue behind this id; null from the newest.</param>
    Task<SandboxPage> List(string? after, int limit);

    /// <returns>Null for an id that is not the tenant's, or no longer.</returns>
    Task<ReceivedMail?> Find(string id);
}

[GenerateSerializer, Immutable, Alias("sandbox-page")]
public sealed record SandboxPage(ImmutableArray<SandboxMail> Mails, bool HasMore);

/// <param name="Source">Octet by octet as received.</param>
[GenerateSerializer, Immutable, Alias("received-mail")]
public sealed record ReceivedMail(SandboxMail Mail, ReadOnlyMemory<byte> Source);

/// <param name="Message">The message it was sent as, where the envelope told.</param>
/// <param name="Needs">What its content asks for beside <see cref="Scopes.MessagesRead"/>: who reads a link that makes
/// a user or sets a password can follow it.</param>
[GenerateSerializer, Immutable, Alias("sandbox-mail")]
public sealed record SandboxMail(
    string Id, DateTimeOffset ReceivedAt, string MailFrom, string RcptTo, string Subject, int Size, MessageId? Message,
    Scopes Needs = Scopes.None);
