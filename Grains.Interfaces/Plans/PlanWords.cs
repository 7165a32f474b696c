using System.Collections.Immutable;

namespace Actors.Grains.Plans;

/// <summary>Plans, add-ons and features as the API names them.</summary>
public static class PlanWords
{
    public static ImmutableArray<PlanName> Plans { get; } = [.. Enum.GetValues<PlanName>()];

    public static ImmutableArray<AddOn> AddOns { get; } = [.. Enum.GetValues<AddOn>()];

    public static string Word(this PlanName plan) => plan switch
    {
        PlanName.Startup => "startup",
        PlanName.Essential => "essential",
        PlanName.Pro => "pro",
        PlanName.Enterprise => "enterprise",
        _ => throw new ArgumentOutOfRangeException(nameof(plan), plan, null),
    };

    public static string Word(this AddOn addOn) => addOn switch
    {
        AddOn.DedicatedIp => "dedicated_ip",
        AddOn.LogRetention => "log_retention",
        _ => throw new ArgumentOutOfRangeException(nameof(addOn), addOn, null),
    };

    public static string Word(this PlanFeature feature) => feature switch
    {
        PlanFeature.Domains => "domains",
        PlanFeature.Users => "users",
        PlanFeature.Roles => "roles",
        PlanFeature.BlacklistFile => "blacklist_file",
        PlanFeature.DedicatedIps => "dedicated_ips",
        _ => throw new ArgumentOutOfRangeException(nameof(feature), feature, null),
    };

    public static bool TryParse(string text, out PlanName plan) => Find(Plans, one => one.Word(), text, out plan);

    public static bool TryParse(string text, out AddOn addOn) => Find(AddOns, one => one.Word(), text, out addOn);

    private static bool Find<T>(ImmutableArray<T> all, Func<T, string> word, string text, out T found)
        where T : struct
    {
        found = default;
        foreach (var one in all)
        {
            if (word(one) != text)
                continue;
            found = one;
            return true;
        }

        return false;
    }
}
