namespace Actors.Grains.Notices;

/// <summary>Tells a submitter by mail what became of a message (RFC 3461, RFC 3464).</summary>
/// <remarks>Key: <see cref="Ids.MessageKey"/>.</remarks>
[Alias("notice")]
public interface INoticeGrain : IGrainWithStringKey
{
    /// <summary>Submits a delivery status notification to the reverse path of a message that has failed for good.
    /// Repeating it sends no second one.</summary>
    Task ReportFailure();
}
