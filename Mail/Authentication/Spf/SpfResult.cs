namespace Actors.Mail.Authentication.Spf;

/// <summary>What SPF says about a client and a domain (RFC 7208 §2.6).</summary>
public enum SpfResult
{
    /// <summary>The domain publishes no policy, or is none that a policy could be asked of.</summary>
    None,

    /// <summary>The domain says that it says nothing.</summary>
    Neutral,

    /// <summary>The client may send for the domain.</summary>
    Pass,

    /// <summary>The client may not.</summary>
    Fail,

    /// <summary>The client probably may not.</summary>
    SoftFail,

    /// <summary>DNS failed for the moment.</summary>
    TempError,

    /// <summary>What the domain publishes cannot be understood, or costs more than <see cref="SpfLimits"/>.</summary>
    PermError,
}
