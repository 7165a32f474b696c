namespace Actors.Grains.Contacts;

/// <summary>What one contact may hold.</summary>
public static class ContactLimits
{
    public const int DetailsMax = 50;
    public const int DetailNameLengthMax = 64;

    /// <summary>UTF-16 code units.</summary>
    public const int DetailValueLengthMax = 1_024;

    public const int ListsMax = 100;
    public const int ListNameLengthMax = 64;

    /// <summary>UTF-16 code units of what a tenant writes to an entry of its blacklist.</summary>
    public const int NoteLengthMax = 255;

    /// <summary>Consents that are remembered: the latest.</summary>
    public const int ConsentsMax = 10;

    /// <summary>Changes that are remembered.</summary>
    public const int HistoryMax = 50;

    /// <summary>Causes that are remembered, so that telling one twice changes once.</summary>
    public const int CausesMax = 32;

    /// <summary>Failures of a run that are remembered: the first and the latest.</summary>
    public const int RunMax = 32;
}
