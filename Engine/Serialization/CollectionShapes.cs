using System.Collections.Immutable;
using System.Reflection;

namespace Actors.Engine.Serialization;

/// <summary>Codecs of arrays, tuples and the collections of the framework.</summary>
internal static class CollectionShapes
{
    private static readonly Dictionary<Type, string> Shapes = new()
    {
        [typeof(List<>)] = nameof(List),
        [typeof(Queue<>)] = nameof(Queue),
        [typeof(HashSet<>)] = nameof(HashSet),
        [typeof(ImmutableArray<>)] = nameof(Immutable),
        [typeof(ImmutableList<>)] = nameof(ImmutableRow),
        [typeof(ImmutableHashSet<>)] = nameof(ImmutableSet),
        [typeof(Dictionary<,>)] = nameof(Map),
        [typeof(ImmutableDictionary<,>)] = nameof(ImmutableMap),
        [typeof(KeyValuePair<,>)] = nameof(Pair),
    };

    /// <returns>Null when the type is none of them.</returns>
    public static Codec? Make(Codecs codecs, Type type)
    {
        if (type.IsSZArray)
            return Call(nameof(Array), [type.GetElementType()!], codecs);
        if (!type.IsGenericType)
            return null;
        if (type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal))
            return (Codec)Activator.CreateInstance(typeof(TupleCodec<>).MakeGenericType(type), codecs)!;
        return Shapes.TryGetValue(type.GetGenericTypeDefinition(), out var method)
            ? Call(method, type.GetGenericArguments(), codecs)
            : null;
    }

    /// <summary>What may stand behind a collection interface: what Orleans can carry too.</summary>
    /// <returns>Null when the type is no collection interface.</returns>
    public static Type[]? Choices(Type type)
    {
        if (!type.IsInterface || !type.IsGenericType)
            return null;
        var open = type.GetGenericTypeDefinition();
        var arguments = type.GetGenericArguments();
        if (open == typeof(IReadOnlyDictionary<,>) || open == typeof(IDictionary<,>)
            || open == typeof(IImmutableDictionary<,>))
            return Fitting([typeof(Dictionary<,>), typeof(ImmutableDictionary<,>)]);
        if (open == typeof(ISet<>) || open == typeof(IReadOnlySet<>) || open == typeof(IImmutableSet<>))
            return Fitting([typeof(HashSet<>), typeof(ImmutableHashSet<>)]);
        if (open == typeof(IReadOnlyList<>) || open == typeof(IList<>) || open == typeof(IEnumerable<>)
            || open == typeof(IReadOnlyCollection<>) || open == typeof(ICollection<>)
            || open == typeof(IImmutableList<>))
        {
            Type[] rows = [.. Fitting(
                [typeof(List<>), typeof(ImmutableArray<>), typeof(ImmutableList<>), typeof(HashSet<>)])];
            return type.IsAssignableFrom(arguments[0].MakeArrayType()) ? [arguments[0].MakeArrayType(), .. rows] : rows;
        }

        return null;

        Type[] Fitting(Type[] all) =>
            [.. all.Select(one => one.MakeGenericType(arguments)).Where(type.IsAssignableFrom)];
    }

    private static Codec Call(string method, Type[] arguments, Codecs codecs) => (Codec)typeof(CollectionShapes)
        .GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!
        .MakeGenericMethod(arguments).Invoke(null, [codecs])!;

    private static RowCodec<T[], T> Array<T>(Codecs codecs) => new(codecs, static items => [.. items]);

    private static RowCodec<List<T>, T> List<T>(Codecs codecs) => new(codecs, static items => items);

    private static RowCodec<Queue<T>, T> Queue<T>(Codecs codecs) => new(codecs, static items => new(items));

    private static RowCodec<ImmutableArray<T>, T> Immutable<T>(Codecs codecs) =>
        new(codecs, static items => [.. items]);

    private static RowCodec<ImmutableList<T>, T> ImmutableRow<T>(Codecs codecs) =>
        new(codecs, static items => [.. items]);

    private static SetCodec<HashSet<T>, T> HashSet<T>(Codecs codecs) =>
        new(codecs, static set => set.Comparer, static set => set);

    private static SetCodec<ImmutableHashSet<T>, T> ImmutableSet<T>(Codecs codecs) =>
        new(codecs, static set => set.KeyComparer, static set => set.ToImmutableHashSet(set.Comparer));

    private static MapCodec<Dictionary<TKey, T>, TKey, T> Map<TKey, T>(Codecs codecs)
        where TKey : notnull => new(codecs, static map => map.Comparer, static map => map);

    private static MapCodec<ImmutableDictionary<TKey, T>, TKey, T> ImmutableMap<TKey, T>(Codecs codecs)
        where TKey : notnull =>
        new(codecs, static map => map.KeyComparer, static map => map.ToImmutableDictionary(map.Comparer));

    private static TupleCodec<KeyValuePair<TKey, T>> Pair<TKey, T>(Codecs codecs) => new(codecs);
}
