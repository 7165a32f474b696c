namespace Actors.Smtp.Client;

/// <summary>What protects a password on its way.</summary>
public enum LoginNeeds
{
    /// <summary>TLS with a certificate that is trusted and names the host: nobody else gets to see it.</summary>
    VerifiedTls,

    /// <summary>TLS with whatever certificate: whoever can put himself in between gets to see it.</summary>
    Tls,

    /// <summary>It may go in the clear, for a network of one's own.</summary>
    Nothing,
}
