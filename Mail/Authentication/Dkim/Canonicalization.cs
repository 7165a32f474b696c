namespace Actors.Mail.Authentication.Dkim;

/// <summary>What may change on the way without breaking a signature (RFC 6376 §3.4).</summary>
public enum Canonicalization
{
    /// <summary>Nothing but empty lines at the end of the body.</summary>
    Simple,

    /// <summary>White space, folding, and the case of field names.</summary>
    Relaxed,
}
