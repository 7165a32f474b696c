namespace Actors.Mail.Envelopes;

/// <summary>What a submitter said about notifications for one recipient (RFC 3461 §4.1, §4.2).</summary>
/// <param name="Original">Null when it named none.</param>
public sealed record RecipientDsn(DsnNotify Notify, OriginalRecipient? Original)
{
    /// <summary>Nothing was said.</summary>
    public static RecipientDsn None { get; } = new(DsnNotify.Unspecified, null);

    public bool IsNone => Notify == DsnNotify.Unspecified && Original is null;
}
