namespace Actors.Storage.Retention;

/// <summary>How erasing is spread, so that nobody notices it.</summary>
public static class RetentionLimits
{
    /// <summary>Rows looked at in one write: about a millisecond of the writer.</summary>
    public const int RowsMax = 100;

    /// <summary>How often what is over is looked for.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);
}
