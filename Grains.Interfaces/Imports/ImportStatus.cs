namespace Actors.Grains.Imports;

/// <summary>Where an import stands. Stored as the number: only append.</summary>
public enum ImportStatus
{
    /// <summary>More octets are to come.</summary>
    Uploading = 0,

    /// <summary>All octets are there; another import of the tenant is being read.</summary>
    Waiting = 1,

    Reading = 2,

    /// <summary>Every row was read.</summary>
    Done = 3,

    /// <summary>It could not be read, or not to its end. What was done before stays done.</summary>
    Failed = 4,

    /// <summary>By the tenant. What was done before stays done.</summary>
    Cancelled = 5,
}

public static class ImportStatuses
{
    public static bool HasEnded(this ImportStatus status) => status >= ImportStatus.Done;

    public static string ToText(this ImportStatus status) => status switch
    {
        ImportStatus.Uploading => "uploading",
        ImportStatus.Waiting => "waiting",
        ImportStatus.Reading => "reading",
        ImportStatus.Done => "done",
        ImportStatus.Failed => "failed",
        ImportStatus.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
