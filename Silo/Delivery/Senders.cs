using Actors.Grains.Ids;
using Actors.Smtp.Client;

namespace Actors.Silo.Delivery;

/// <summary>Two clients: one for the world, behind the guard, and one that can reach the sandbox on loopback
/// only.</summary>
public sealed class Senders(SmtpDelivery world, SmtpDelivery sandbox, DialogueLog dialogues)
{
    /// <param name="cancellation">Ends the attempt as transient, or uncertain after the final dot.</param>
    public async ValueTask<SendOutcome> Send(
        NextHop.Hosts hosts, OutgoingMessage message, MessageKey key, CancellationToken cancellation)
    {
        var transcript = dialogues.Begin();
        var outcome = await (hosts.IsSandbox ? sandbox : world).Send(hosts.Route, message, cancellation, transcript);
        dialogues.End(transcript, key);
        return outcome;
    }
}
