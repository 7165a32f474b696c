namespace Actors.Grains.Unsubscribing;

/// <summary>Reads links to unsubscribe.</summary>
public interface IUnsubscribeLinks
{
    /// <param name="token">The last segment of a link.</param>
    /// <returns>Null for what was not made here.</returns>
    UnsubscribeClaim? Read(string token);
}
