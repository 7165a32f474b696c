using System.Globalization;
using Actors.Grains.Submissions;

namespace Actors.Grains.Plans;

/// <summary>What a plan includes, with a tenant's add-ons, and what it does not.</summary>
public static class PlanLimits
{
    /// <summary>The plan's figures with add-ons.</summary>
    /// <param name="dedicatedIps">How many were added.</param>
    /// <param name="extraDays">Of retention that were added.</param>
    public static PlanView View(PlanName plan, PlanTerms terms, int? dedicatedIps, int extraDays) => new(
        plan, terms.LogRetentionDays + extraDays, terms.DomainsMax, terms.UsersMax, terms.Roles, terms.BlacklistFile,
        terms.MessagesPerMonth, terms.ActiveContactsPerMonth, dedicatedIps)
    {
        Thresholds = terms.Thresholds,
    };

    /// <summary>Of a tenant from before there were plans: all of the largest plan, in any number.</summary>
    public static PlanView Unlimited(PlanCatalogue catalogue, int extraDays) =>
        View(PlanName.Startup, catalogue.Of(PlanName.Enterprise), null, extraDays) with
        {
            DomainsMax = null,
            UsersMax = null,
            Roles = true,
            BlacklistFile = true,
            MessagesPerMonth = null,
            ActiveContactsPerMonth = null,
        };

    /// <returns>Null when there may be one more of it, else a refusal that names the smallest plan with room.</returns>
    public static Refusal? MayAdd(PlanView has, PlanCatalogue catalogue, PlanFeature feature, int current)
    {
        if (HasRoom(has.Most(feature), current))
            return null;
        var needs = feature == PlanFeature.DedicatedIps
            ? $"It is the add-on {AddOn.DedicatedIp.Word()}."
            : PlanWords.Plans.FirstOrDefault(
                plan => HasRoom(View(plan, catalogue.Of(plan), 0, 0).Most(feature), current), has.Plan) is var larger
                && larger != has.Plan
            ? $"The plan {larger.Word()} {Has(feature)}."
            : $"No plan {Has(feature)}.";
        return Refusal.Of(
            RefusalCode.PlanLimit, $"The plan {has.Plan.Word()} {Lacks(has.Most(feature), feature)} {needs}");
    }

    /// <summary>What a smaller plan has no room for, each as a field error.</summary>
    public static IEnumerable<FieldError> Exceeding(PlanView smaller, PlanUsage usage)
    {
        foreach (var (feature, used) in usage.Counts())
        {
            if (smaller.Most(feature) is not { } most || used <= most)
                continue;
            var there = feature == PlanFeature.Roles
                ? string.Create(CultureInfo.InvariantCulture, $"Users with other roles than admin: {used}")
                : string.Create(CultureInfo.InvariantCulture, $"There are {used} {feature.Word()}");
            yield return new FieldError("/plan", feature.Word(), string.Create(
                CultureInfo.InvariantCulture, $"{there}; the plan {smaller.Plan.Word()} includes {most}."));
        }
    }

    private static bool HasRoom(int? most, int current) => most is not { } limit || current < limit;

    private static string Lacks(int? most, PlanFeature feature) => feature switch
    {
        PlanFeature.Roles => "does not include roles.",
        PlanFeature.BlacklistFile => "does not include the blacklist as a file.",
        _ when most == 0 => $"includes no {feature.Word()}.",
        _ => string.Create(
            CultureInfo.InvariantCulture, $"includes {most} {(most == 1 ? feature.Word()[..^1] : feature.Word())}."),
    };

    private static string Has(PlanFeature feature) =>
        feature is PlanFeature.Roles or PlanFeature.BlacklistFile ? "does" : "includes more";
}
