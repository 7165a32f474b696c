namespace Actors.Mail.Reports;

/// <summary>RFC 3464 §2.3.3.</summary>
public enum ReportAction
{
    Failed,

    /// <summary>It is tried further.</summary>
    Delayed,

    Delivered,

    /// <summary>Handed to a system that sends no notifications.</summary>
    Relayed,

    /// <summary>Delivered to a list or an alias, and forwarded from there.</summary>
    Expanded,
}
