namespace Actors.Grains.Domains;

/// <summary>How mail leaves. Stored as the number: only append.</summary>
public enum WayOut
{
    /// <summary>With From at the platform's domain.</summary>
    Platform = 0,

    /// <summary>With From at the platform's domain that does not bear its name.</summary>
    WhiteLabel = 1,

    /// <summary>With From at a domain of the tenant, through the platform's servers.</summary>
    Hosted = 2,

    /// <summary>With From at a domain of the tenant, through a server of the tenant's own.</summary>
    Own = 3,

    /// <summary>Of a domain alone: <see cref="Hosted"/> once it is verified, the tenant's way before.</summary>
    Automatic = 4,
}

public static class WaysOut
{
    public static string ToText(this WayOut way) => way switch
    {
        WayOut.Platform => "platform",
        WayOut.WhiteLabel => "white_label",
        WayOut.Hosted => "hosted",
        WayOut.Own => "own",
        WayOut.Automatic => "automatic",
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, null),
    };

    public static bool TryParse(string text, out WayOut way)
    {
        foreach (var candidate in Enum.GetValues<WayOut>())
        {
            way = candidate;
            if (candidate.ToText() == text)
                return true;
        }
        way = default;
        return false;
    }
}
