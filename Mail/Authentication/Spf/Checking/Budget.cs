using Actors.Mail.Authentication.Lookups;

namespace Actors.Mail.Authentication.Spf.Checking;

/// <summary>Counts what one check asks, and ends it when that is too much (RFC 7208 §4.6.4).</summary>
internal sealed class Budget
{
    private int terms;
    private int voids;

    /// <summary>To be called before a term that asks DNS is evaluated.</summary>
    /// <returns>Null while there is something left.</returns>
    public SpfOutcome? TakeTerm() => ++terms <= SpfLimits.LookupsMax
        ? null
        : new SpfOutcome(
            SpfResult.PermError, $"the policy needs more than {SpfLimits.LookupsMax} look-ups (RFC 7208 §4.6.4)");

    /// <summary>Judges the answer to a question about a name that the policy gave.</summary>
    public Asked<T> Judge<T>(string name, LookupResult<T> result)
    {
        if (result.Status == LookupStatus.TemporaryFailure)
            return new Asked<T>([], new SpfOutcome(
                SpfResult.TempError, $"DNS gave no answer about {Printable.Of(name)}"));
        return result.IsVoid && ++voids > SpfLimits.VoidLookupsMax
            ? new Asked<T>([], new SpfOutcome(
                SpfResult.PermError,
                $"more than {SpfLimits.VoidLookupsMax} names of the policy lead nowhere (RFC 7208 §4.6.4)"))
            : new Asked<T>(result.Records, null);
    }
}
