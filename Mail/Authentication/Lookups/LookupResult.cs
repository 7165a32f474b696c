namespace Actors.Mail.Authentication.Lookups;

/// <summary>Records of one type, or why there are none.</summary>
/// <typeparam name="T">One record.</typeparam>
public sealed record LookupResult<T>
{
    /// <summary>Something was found.</summary>
    /// <exception cref="ArgumentException">There is no record: that is <see cref="LookupStatus.NoData"/>.</exception>
    public LookupResult(IReadOnlyList<T> records, string owner)
    {
        ArgumentNullException.ThrowIfNull(records);
        if (records.Count == 0)
            throw new ArgumentException("Found without a record.", nameof(records));
        (Status, Records, Owner) = (LookupStatus.Found, records, owner);
    }

    /// <summary>Nothing was found.</summary>
    /// <exception cref="ArgumentException">The status says that something was.</exception>
    public LookupResult(LookupStatus status)
    {
        if (status == LookupStatus.Found)
            throw new ArgumentException("Found without a record.", nameof(status));
        (Status, Records) = (status, []);
    }

    public LookupStatus Status { get; }

    /// <summary>At least one when <see cref="Status"/> is <see cref="LookupStatus.Found"/>, else none.</summary>
    public IReadOnlyList<T> Records { get; }

    /// <summary>
    /// The name that owns the records, lower case without final dot: not the one asked for when that is a CNAME.
    /// Null when nothing was found.
    /// </summary>
    public string? Owner { get; }

    /// <summary>Whether it is certain that there is no such record: NXDOMAIN or no data.</summary>
    public bool IsVoid => Status is LookupStatus.NoData or LookupStatus.NoSuchName;
}
