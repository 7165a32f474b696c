using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.Tests.Embedded.World;

/// <summary>A grain with a reason to send a mail, as there are many.</summary>
[Alias("mail-owner")]
public interface IMailOwnerGrain : IGrainWithStringKey
{
    Task PrepareSender();

    /// <summary>Stores the mail with what it decides; hands over nothing yet.</summary>
    Task Decide(PlatformMail mail);

    /// <returns>How many mails it still keeps.</returns>
    Task<int> Wake();
}

public sealed class MailOwnerGrain(
    [PersistentState("mail-owner", StorageNames.Grains)] IPersistentState<MailOwnerState> stored,
    ILogger<MailOwnerGrain> log) : Grain, IMailOwnerGrain
{
    public Task PrepareSender() => PlatformAccount.Prepare(GrainFactory);

    public Task Decide(PlatformMail mail) =>
        stored.Save(new MailOwnerState { Outgoing = stored.State.Outgoing.Add(mail) }, this);

    public async Task<int> Wake()
    {
        await stored.Drain(TenantId.Parse(this.GetPrimaryKeyString()), GrainFactory, this, log);
        return stored.State.Outgoing.Length;
    }
}

[GenerateSerializer, Alias("mail-owner-state")]
public sealed record MailOwnerState : IHasOutgoing<MailOwnerState>
{
    [Id(0)] public ImmutableArray<PlatformMail> Outgoing { get; init; } = [];

    public MailOwnerState WithOutgoing(ImmutableArray<PlatformMail> outgoing) => this with { Outgoing = outgoing };
}
