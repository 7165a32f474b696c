using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.PlatformMails;

/// <summary>A state that keeps mails of the platform until they are handed over: stored with the decision they tell
/// of, so that neither is without the other. While there are any, it is due at once.</summary>
/// <typeparam name="TState">The state itself.</typeparam>
public interface IHasOutgoing<out TState>
{
    ImmutableArray<PlatformMail> Outgoing { get; }

    TState WithOutgoing(ImmutableArray<PlatformMail> outgoing);
}

/// <summary>Hands mails over after the commit that decided them, and when their owner is woken.</summary>
public static class OutgoingMail
{
    /// <summary>Hands over what the state keeps, and stores what is left. A mail that cannot be handed over now stays,
    /// and keeps no other from going; handed over twice it is still sent once.</summary>
    public static async Task Drain<TState>(
        this IPersistentState<TState> stored, TenantId tenant, IGrainFactory grains, IGrainBase owner, ILogger log)
        where TState : class, IHasOutgoing<TState>
    {
        if (stored.State.Outgoing.IsDefaultOrEmpty)
            return;
        var sender = grains.GetGrain<IPlatformMailGrain>(tenant.Value);
        var sent = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mail in stored.State.Outgoing)
        {
            try
            {
                await sender.Send(mail);
                sent.Add(mail.Id);
            }
            catch (Exception fault)
            {
                log.LogWarning(fault, "mail {Mail} of tenant {Tenant} is handed over later", mail.Id, tenant);
            }
        }
        if (sent.Count > 0) // decided anew: the state may have changed meanwhile
            await stored.Save(
                stored.State.WithOutgoing(stored.State.Outgoing.RemoveAll(mail => sent.Contains(mail.Id))), owner);
    }
}
