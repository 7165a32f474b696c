namespace Actors.Grains.Domains;

/// <summary>How a domain stands. Stored as the number: only append.</summary>
public enum DomainStatus
{
    /// <summary>Registered; its records are looked for, up to <see cref="DomainLimits.Window"/>.</summary>
    Pending = 0,

    /// <summary>Its records are there.</summary>
    Verified = 1,

    /// <summary>It was verified and a record has gone. Mail goes on for <see cref="DomainLimits.Grace"/>.</summary>
    Broken = 2,

    /// <summary>Still broken after the grace: mail from it is held.</summary>
    Held = 3,

    /// <summary>The records did not appear in time. Nothing is looked for until somebody asks.</summary>
    Failed = 4,
}

public static class DomainStatuses
{
    public static string ToText(this DomainStatus status) => status switch
    {
        DomainStatus.Pending => "pending",
        DomainStatus.Verified => "verified",
        DomainStatus.Broken => "broken",
        DomainStatus.Held => "held",
        DomainStatus.Failed => "failed",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
