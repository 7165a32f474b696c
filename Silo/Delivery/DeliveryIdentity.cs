using System.Net;
using Actors.Mail.Addresses;
using Actors.Smtp.Client.Proxies;

namespace Actors.Silo.Delivery;

/// <summary>How this process presents itself to receiving servers.</summary>
/// <param name="Source">Local address to connect from; null for the system's choice.</param>
/// <param name="Proxy">Through which to connect; null connects directly.</param>
public sealed record DeliveryIdentity(DomainName HelloName, IPAddress? Source, ProxyServer? Proxy);
