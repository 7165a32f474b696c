using System.Net;
using Actors.Mail.Addresses;

namespace Actors.Silo.Delivery;

/// <summary>How this process presents itself to receiving servers.</summary>
/// <param name="Source">Local address to connect from; null for the system's choice.</param>
public sealed record DeliveryIdentity(DomainName HelloName, IPAddress? Source);
