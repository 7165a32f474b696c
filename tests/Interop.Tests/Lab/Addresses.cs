namespace Actors.Interop.Tests.Lab;

/// <summary>Who is where in the lab. 198.51.100.0/24 is for documentation, so no real host is ever meant.</summary>
internal static class Addresses
{
    /// <summary>The network that the silo may deliver to.</summary>
    public const string Allowed = "198.51.100.0/24";

    public const string Mx1 = "198.51.100.1";
    public const string Mx2 = "198.51.100.2";

    /// <summary>Asks the lab's policy about each recipient.</summary>
    public const string MxPolicy = "198.51.100.3";

    /// <summary>Offers STARTTLS with a certificate that nobody vouches for, and no SMTPUTF8.</summary>
    public const string MxTls = "198.51.100.4";

    /// <summary>Nothing listens here.</summary>
    public const string MxDead = "198.51.100.5";

    /// <summary>For servers that a test scripts.</summary>
    public const string MxScripted = "198.51.100.6";

    /// <summary>Offers neither 8BITMIME nor SMTPUTF8 nor DSN.</summary>
    public const string MxSeven = "198.51.100.7";

    /// <summary>A customer's own submission server.</summary>
    public const string OwnServer = "198.51.100.8";

    public const string NameServer = "198.51.100.53";

    /// <summary>Where the silo sends from.</summary>
    public const string Silo = "198.51.100.100";

    /// <summary>Exists, but the silo may not deliver to it.</summary>
    public const string Private = "10.1.2.3";

    public const string Loopback = "127.0.0.1";

    public static IReadOnlyList<string> All { get; } =
        [Mx1, Mx2, MxPolicy, MxTls, MxDead, MxScripted, MxSeven, OwnServer, NameServer, Silo, Private];
}
