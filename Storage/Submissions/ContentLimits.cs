namespace Actors.Storage.Submissions;

/// <summary>Where a submission's source lies.</summary>
public static class ContentLimits
{
    /// <summary>Bytes of source up to which it stands in its row; a larger one is a file, so that the database's log
    /// does not carry it twice.</summary>
    public const int InlineBytesMax = 64 * 1024;
}
