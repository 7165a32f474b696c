namespace Actors.Storage.Writing;

/// <summary>Whether the store takes writes; reading goes on in every condition.</summary>
public enum StoreCondition
{
    Healthy = 0,

    /// <summary>The disk was full at the last try.</summary>
    Full = 1,

    /// <summary>A write or fsync failed: until a restart.</summary>
    Failed = 2,
}
