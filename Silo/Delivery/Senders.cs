using Actors.Smtp.Client;

namespace Actors.Silo.Delivery;

/// <summary>Two clients: one for the world, behind the guard, and one that can reach the sandbox on loopback
/// only.</summary>
public sealed class Senders(SmtpDelivery world, SmtpDelivery sandbox)
{
    public SmtpDelivery For(NextHop.Hosts hosts) => hosts.IsSandbox ? sandbox : world;
}
