using System.Net;

namespace Actors.Smtp.Server;

/// <summary>The two ends of a connection, as the socket knows them.</summary>
public sealed record SmtpPeer(IPEndPoint Remote, IPEndPoint Local);
