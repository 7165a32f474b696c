namespace Actors.Grains.Contacts;

/// <summary>What of a message its recipient is told.</summary>
public enum ContactNews
{
    Failed = 0,
    Delivered = 1,
    Complained = 2,
    LateBounced = 3,
    Unsubscribed = 4,
}
