using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Actors.Grains.Templating;

/// <summary>The values of a rendering: JSON, with a recipient's own texts before those of the same name.</summary>
public sealed record TemplateValues
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = TemplateLimits.ValuesDepthMax };

    private readonly JsonElement? shared;
    private readonly ImmutableDictionary<string, string> own;

    private TemplateValues(JsonElement? shared, ImmutableDictionary<string, string> own) =>
        (this.shared, this.own) = (shared, own);

    public static TemplateValues None { get; } = Of(ImmutableDictionary<string, string>.Empty);

    public static TemplateValues Of(ImmutableDictionary<string, string> own) => new(null, own);

    /// <param name="json">An object, within <see cref="TemplateLimits.ValuesBytesMax"/> and
    /// <see cref="TemplateLimits.ValuesDepthMax"/>; null or empty for none.</param>
    public static bool TryParse(
        string? json, ImmutableDictionary<string, string> own, [NotNullWhen(true)] out TemplateValues? values)
    {
        values = null;
        if (string.IsNullOrEmpty(json))
        {
            values = Of(own);
            return true;
        }
        if (Encoding.UTF8.GetByteCount(json) > TemplateLimits.ValuesBytesMax)
            return false;
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return false;
            var parsed = new TemplateValues(document.RootElement.Clone(), own);
            parsed.Tree(new TemplateBudget()); // reads every text: half a surrogate pair is none
            values = parsed;
            return true;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Whether the name has a value, be it null.</summary>
    public bool Has(string name) => own.ContainsKey(name) || (shared?.TryGetProperty(name, out _) ?? false);

    /// <summary>What Handlebars is given: it takes from the budget with each round of a loop.</summary>
    internal object Tree(TemplateBudget budget)
    {
        var tree = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (shared is { } given)
            foreach (var property in given.EnumerateObject())
                tree[property.Name] = ValueOf(property.Value, budget);
        foreach (var (name, value) in own)
            tree[name] = value;
        return new Names(tree, budget);
    }

    private static object? ValueOf(JsonElement element, TemplateBudget budget) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => element.TryGetDecimal(out var number) ? number : element.GetRawText(),
        JsonValueKind.Array => new Items([.. element.EnumerateArray().Select(item => ValueOf(item, budget))], budget),
        JsonValueKind.Object => new Names(NamesOf(element, budget), budget),
        _ => null,
    };

    private static Dictionary<string, object?> NamesOf(JsonElement element, TemplateBudget budget)
    {
        var names = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
            names[property.Name] = ValueOf(property.Value, budget);
        return names;
    }

    private sealed class Items(object?[] items, TemplateBudget budget) : IReadOnlyList<object?>
    {
        public int Count => items.Length;

        public object? this[int index]
        {
            get
            {
                budget.Take();
                return items[index];
            }
        }

        public IEnumerator<object?> GetEnumerator()
        {
            foreach (var item in items)
            {
                budget.Take();
                yield return item;
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Names(Dictionary<string, object?> names, TemplateBudget budget)
        : IReadOnlyDictionary<string, object?>
    {
        public int Count => names.Count;

        public IEnumerable<string> Keys => this.Select(pair => pair.Key);

        public IEnumerable<object?> Values => this.Select(pair => pair.Value);

        public object? this[string key] => names[key];

        public bool ContainsKey(string key) => names.ContainsKey(key);

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value) =>
            names.TryGetValue(key, out value);

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
        {
            foreach (var pair in names)
            {
                budget.Take();
                yield return pair;
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
