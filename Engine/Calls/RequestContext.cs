namespace Actors.Engine;

/// <summary>Small values that travel with every call made from here on, such as a trace id.</summary>
public static class RequestContext
{
    private static readonly AsyncLocal<Dictionary<string, object>?> Flow = new();

    /// <summary>Names of all values.</summary>
    public static IEnumerable<string> Keys => Flow.Value?.Keys ?? Enumerable.Empty<string>();

    /// <summary>All values with their names.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Entries =>
        Flow.Value ?? Enumerable.Empty<KeyValuePair<string, object>>();

    /// <summary>The dictionary behind the values. It is never changed once it is set, so calls share it.</summary>
    internal static Dictionary<string, object>? Current
    {
        get => Flow.Value;
        set
        {
            if (!ReferenceEquals(Flow.Value, value))
                Flow.Value = value;
        }
    }

    /// <returns>Null when there is none of that name.</returns>
    public static object? Get(string key) => Flow.Value?.GetValueOrDefault(key);

    /// <summary>Adds or replaces a value.</summary>
    public static void Set(string key, object value)
    {
        var old = Flow.Value;
        Flow.Value = new Dictionary<string, object>(old ?? []) { [key] = value };
    }

    /// <returns>Whether there was one.</returns>
    public static bool Remove(string key)
    {
        if (Flow.Value is not { } old || !old.ContainsKey(key))
            return false;
        var rest = new Dictionary<string, object>(old);
        rest.Remove(key);
        Flow.Value = rest.Count == 0 ? null : rest;
        return true;
    }

    /// <summary>Removes all values.</summary>
    public static void Clear() => Current = null;
}
