namespace Actors.Mail.Envelopes;

/// <summary>What a submitter said about notifications for a whole envelope (RFC 3461 §4.3, §4.4).</summary>
/// <param name="Id">Null when it gave none.</param>
public sealed record EnvelopeDsn(DsnReturn Return, EnvelopeId? Id)
{
    /// <summary>Nothing was said.</summary>
    public static EnvelopeDsn None { get; } = new(DsnReturn.Unspecified, null);

    public bool IsNone => Return == DsnReturn.Unspecified && Id is null;
}
