using System.Diagnostics.CodeAnalysis;
using Actors.Grains.Ids;

namespace Actors.Grains.Templating;

/// <summary>Compiled parts of templates in use. When there is no room for another, the tenant that has most of it gives
/// up the part it has not used for longest: whoever sends with ever new templates compiles its own again and again, and
/// nobody else's.</summary>
/// <param name="most">Parts of all tenants together.</param>
public sealed class TemplateCache(int most)
{
    private readonly Lock gate = new();
    private readonly Dictionary<TenantId, Share> shares = [];
    private int count;
    private long uses;

    public bool TryFind(
        TenantId tenant, string source, bool html, [NotNullWhen(true)] out CompiledTemplate? template)
    {
        lock (gate)
        {
            template = null;
            if (!shares.TryGetValue(tenant, out var share) || !share.Parts.TryGetValue((source, html), out var part))
                return false;
            template = part.Template;
            share.Parts[(source, html)] = part with { Used = ++uses };
            return true;
        }
    }

    public void Add(TenantId tenant, string source, bool html, CompiledTemplate template)
    {
        lock (gate)
        {
            if (!shares.TryGetValue(tenant, out var share))
                shares.Add(tenant, share = new Share([]));
            if (!share.Parts.ContainsKey((source, html)) && ++count > most)
                MakeRoom(tenant);
            share.Parts[(source, html)] = new Part(template, ++uses);
        }
    }

    /// <param name="tenant">Counts as having the part that is to come. Of those with equally many the one gives that
    /// has not used its own for longest.</param>
    private void MakeRoom(TenantId tenant)
    {
        var largest = shares.Max(share => Size(share, tenant));
        var (giver, oldest, _) = shares.Where(share => Size(share, tenant) == largest && share.Value.Parts.Count > 0)
            .Select(share => (share.Key, Part: share.Value.Parts.MinBy(part => part.Value.Used).Key,
                Used: share.Value.Parts.Values.Min(part => part.Used)))
            .MinBy(candidate => candidate.Used);
        shares[giver].Parts.Remove(oldest);
        if (shares[giver].Parts.Count == 0)
            shares.Remove(giver);
        count--;
    }

    private static int Size(KeyValuePair<TenantId, Share> share, TenantId tenant) =>
        share.Value.Parts.Count + (share.Key == tenant ? 1 : 0);

    private sealed record Share(Dictionary<(string Source, bool Html), Part> Parts);

    private readonly record struct Part(CompiledTemplate Template, long Used);
}
