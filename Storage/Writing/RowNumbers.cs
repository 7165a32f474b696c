namespace Actors.Storage.Writing;

/// <summary>Row numbers say where a row belongs; see <c>Schema/0001.sql</c>.</summary>
internal static class RowNumbers
{
    private const int RecipientBits = 10;
    private const int SubmissionBits = 33;
    private const int SequenceBits = 40;

    /// <summary>Recipients of one submission, from 0.</summary>
    public const int RecipientsMax = 1 << RecipientBits;

    public const long TenantsMax = (1L << 20) - 1;
    public const long SubmissionsMax = (1L << SubmissionBits) - 1;
    public const long SequenceMax = (1L << SequenceBits) - 1;

    public static long Submission(long tenant, long number) => (tenant << SubmissionBits) | number;

    public static long Message(long submission, int recipient) => (submission << RecipientBits) | (uint)recipient;

    public static long Event(long tenant, long sequence) => (tenant << SequenceBits) | sequence;

    public static long SubmissionOf(long message) => message >> RecipientBits;

    public static int RecipientOf(long message) => (int)(message & (RecipientsMax - 1));

    public static long TenantOf(long message) => message >> (RecipientBits + SubmissionBits);

    public static long SequenceOf(long number) => number & SequenceMax;

    /// <summary>Rows of a tenant in <c>messages</c>: first and last possible number.</summary>
    public static (long First, long Last) MessagesOf(long tenant) =>
        (tenant << (RecipientBits + SubmissionBits), ((tenant + 1) << (RecipientBits + SubmissionBits)) - 1);

    /// <summary>Rows of a submission in <c>messages</c>: first and last possible number.</summary>
    public static (long First, long Last) MessagesOfSubmission(long submission) =>
        (submission << RecipientBits, ((submission + 1) << RecipientBits) - 1);
}
