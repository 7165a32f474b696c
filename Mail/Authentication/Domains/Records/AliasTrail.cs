using Actors.Mail.Authentication.Lookups;

namespace Actors.Mail.Authentication.Domains.Records;

/// <summary>Follows CNAMEs by itself, so that a loop or a foreign end is told from trouble with DNS.</summary>
internal static class AliasTrail
{
    /// <summary>Aliases followed at most.</summary>
    public const int HopsMax = 8;

    /// <param name="target">Where it is to lead.</param>
    public static async ValueTask<TrailEnd> Follow(
        string name, string target, IAliasLookup dns, CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { name };
        var at = name;
        for (var hops = 0; ; hops++)
        {
            if (at.Equals(target, StringComparison.OrdinalIgnoreCase))
                return new TrailEnd.Reached();
            if (hops > HopsMax)
                return new TrailEnd.Astray($"leads through more than {HopsMax} aliases");
            var next = await dns.Aliases(at, cancellation);
            if (next.Status == LookupStatus.TemporaryFailure)
                return new TrailEnd.Silent();
            if (next.IsVoid)
                return hops == 0 ? new TrailEnd.NoAlias() : new TrailEnd.Astray($"points to {at}");
            at = next.Records[0];
            if (!seen.Add(at))
                return new TrailEnd.Astray($"points to {at}, and aliases that lead in a circle");
        }
    }
}

/// <summary>Where aliases led: a closed set.</summary>
internal abstract record TrailEnd
{
    private TrailEnd() { }

    public sealed record Reached : TrailEnd;

    /// <summary>There is no CNAME at the name at all.</summary>
    public sealed record NoAlias : TrailEnd;

    /// <summary>DNS gave no answer.</summary>
    public sealed record Silent : TrailEnd;

    /// <param name="Text">Plain English, to be read after the name.</param>
    public sealed record Astray(string Text) : TrailEnd;
}
