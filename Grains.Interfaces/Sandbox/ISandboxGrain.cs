using System.Collections.Immutable;
using Actors.Grains.Ids;

namespace Actors.Grains.Sandbox;

/// <summary>What the built-in receiving server took for a tenant; the newest thousand are kept.</summary>
/// <remarks>Key: <see cref="TenantId"/>.</remarks>
[Alias("sandbox")]
public interface ISandboxGrain : IGrainWithStringKey
{
    /// <param name="after">Continue behind this id; null from the newest.</param>
    Task<SandboxPage> List(string? after, int limit);

    /// <returns>The message as received, or null.</returns>
    Task<ReadOnlyMemory<byte>?> Raw(string id);
}

[GenerateSerializer, Immutable, Alias("sandbox-page")]
public sealed record SandboxPage(ImmutableArray<SandboxMail> Mails, bool HasMore);

/// <param name="Message">The message it was sent as, where the envelope told.</param>
[GenerateSerializer, Immutable, Alias("sandbox-mail")]
public sealed record SandboxMail(
    string Id, DateTimeOffset ReceivedAt, string MailFrom, string RcptTo, string Subject, int Size, MessageId? Message);
