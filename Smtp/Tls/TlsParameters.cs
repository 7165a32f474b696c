using System.Net.Security;
using System.Security.Authentication;

namespace Actors.Smtp.Tls;

/// <summary>What was negotiated, for the Received field and the delivery record.</summary>
public sealed record TlsParameters(SslProtocols Protocol, TlsCipherSuite Cipher);
