namespace Actors.Grains.Submissions;

/// <summary>What one submission may hold.</summary>
public static class SubmissionLimits
{
    /// <summary>Recipients over SMTP. RFC 5321 §4.5.3.1.8 asks for at least 100.</summary>
    public const int RecipientsMax = 1_000;

    /// <summary>Recipients of one message over HTTP, to, cc and bcc together.</summary>
    public const int HttpRecipientsMax = 50;

    /// <summary>UTF-16 code units, before encoding: a line of RFC 5322 §2.1.1.</summary>
    public const int SubjectLengthMax = 998;

    public const int ReplyToMax = 10;

    /// <summary>Further headers a client may set.</summary>
    public const int HeadersMax = 50;

    public const int AttachmentsMax = 50;

    /// <summary>UTF-16 code units of a file name.</summary>
    public const int FileNameLengthMax = 255;

    public const int TagsMax = 10;
    public const int TagLengthMax = 64;
    public const int CampaignLengthMax = 128;
    public const int MetadataMax = 50;
    public const int MetadataKeyLengthMax = 64;
    public const int MetadataValueLengthMax = 1_024;
    public const int VariablesMax = 200;

    public const int VariableNameLengthMax = 64;

    /// <summary>Characters in one variable or detail.</summary>
    public const int VariableLengthMax = 64 * 1024;

    public const int IdempotencyKeyLengthMax = 256;

    /// <summary>How far ahead a message may be scheduled.</summary>
    public static readonly TimeSpan SendAheadMax = TimeSpan.FromDays(30);

    public static readonly TimeSpan ExpiresInMin = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan ExpiresInMax = TimeSpan.FromDays(14);

    /// <summary>How long a repeat with the same idempotency key is recognised, at least.</summary>
    public static readonly TimeSpan IdempotencyRetention = TimeSpan.FromHours(24);
}
