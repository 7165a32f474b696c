namespace Actors.Mail.Authentication.Dmarc;

/// <summary>The outcome for a message, in the words of RFC 8601 for DMARC.</summary>
public enum DmarcResult
{
    /// <summary>DMARC says nothing: no record applies to the author's domain.</summary>
    None,

    /// <summary>An authenticated domain is aligned with the author's.</summary>
    Pass,

    /// <summary>None is.</summary>
    Fail,

    /// <summary>DNS failed for the moment.</summary>
    TempError,

    /// <summary>A record applies and asks for nothing that could be understood.</summary>
    PermError,
}
