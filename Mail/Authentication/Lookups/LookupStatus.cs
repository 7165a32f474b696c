namespace Actors.Mail.Authentication.Lookups;

/// <summary>What a question to DNS led to.</summary>
public enum LookupStatus
{
    /// <summary>There is at least one record.</summary>
    Found,

    /// <summary>The name exists without records of this type (RFC 2308 §2.2).</summary>
    NoData,

    /// <summary>The name does not exist (NXDOMAIN, RFC 2308 §2.1), or is none that DNS can hold.</summary>
    NoSuchName,

    /// <summary>SERVFAIL, a time-out and the like: nothing is known, and asking later makes sense.</summary>
    TemporaryFailure,
}
