using System.Collections.Immutable;

namespace Actors.Engine.Serialization;

/// <summary>A row of items, whatever it is kept in.</summary>
internal sealed class RowCodec<TRow, TItem>(Codecs codecs, Func<List<TItem>, TRow> build) : Codec<TRow>
    where TRow : IEnumerable<TItem>
{
    public override IEnumerable<Type> Parts => [typeof(TItem)];

    protected override void WriteValue(WireWriter writer, TRow value)
    {
        var codec = codecs.For<TItem>();
        // An ImmutableArray that was never set is written as an empty one: nobody can tell it to anyone but itself.
        TItem[] items = value is ImmutableArray<TItem> { IsDefault: true } ? [] : [.. value];
        writer.Unsigned((ulong)items.Length);
        foreach (var item in items)
            codec.Write(writer, item);
    }

    protected override TRow ReadValue(WireReader reader)
    {
        var codec = codecs.For<TItem>();
        var items = new List<TItem>();
        for (var left = reader.Count(); left > 0; left--)
            items.Add(codec.Read(reader));
        return build(items);
    }
}

/// <summary>Keys with values, and how the keys are compared.</summary>
internal sealed class MapCodec<TMap, TKey, TValue>(
    Codecs codecs, Func<TMap, object?> comparer, Func<Dictionary<TKey, TValue>, TMap> build) : Codec<TMap>
    where TMap : IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    public override IEnumerable<Type> Parts => [typeof(TKey), typeof(TValue)];

    protected override void WriteValue(WireWriter writer, TMap value)
    {
        writer.Byte(Comparers.Write(comparer(value), typeof(TKey)));
        var entries = value.ToArray();
        writer.Unsigned((ulong)entries.Length);
        foreach (var entry in entries)
        {
            codecs.For<TKey>().Write(writer, entry.Key);
            codecs.For<TValue>().Write(writer, entry.Value);
        }
    }

    protected override TMap ReadValue(WireReader reader)
    {
        var map = new Dictionary<TKey, TValue>((IEqualityComparer<TKey>?)Comparers.Read(reader.Byte()));
        for (var left = reader.Count(); left > 0; left--)
            map.Add(codecs.For<TKey>().Read(reader), codecs.For<TValue>().Read(reader));
        return build(map);
    }
}

/// <summary>Items without order or repetition, and how they are compared.</summary>
internal sealed class SetCodec<TSet, TItem>(
    Codecs codecs, Func<TSet, object?> comparer, Func<HashSet<TItem>, TSet> build) : Codec<TSet>
    where TSet : IEnumerable<TItem>
{
    public override IEnumerable<Type> Parts => [typeof(TItem)];

    protected override void WriteValue(WireWriter writer, TSet value)
    {
        writer.Byte(Comparers.Write(comparer(value), typeof(TItem)));
        var items = value.ToArray();
        writer.Unsigned((ulong)items.Length);
        foreach (var item in items)
            codecs.For<TItem>().Write(writer, item);
    }

    protected override TSet ReadValue(WireReader reader)
    {
        var set = new HashSet<TItem>((IEqualityComparer<TItem>?)Comparers.Read(reader.Byte()));
        for (var left = reader.Count(); left > 0; left--)
            set.Add(codecs.For<TItem>().Read(reader));
        return build(set);
    }
}

/// <summary>The comparers that cross: the default one and two for strings.</summary>
internal static class Comparers
{
    public static byte Write(object? comparer, Type items)
    {
        if (comparer is null || comparer.Equals(typeof(EqualityComparer<>).MakeGenericType(items)
            .GetProperty(nameof(EqualityComparer<int>.Default))!.GetValue(null)))
            return 0;
        if (comparer.Equals(StringComparer.Ordinal))
            return 1;
        if (comparer.Equals(StringComparer.OrdinalIgnoreCase))
            return 2;
        throw new NotSupportedException(
            $"A collection with the comparer {comparer.GetType()} cannot cross between grains.");
    }

    public static object? Read(byte tag) => tag switch
    {
        1 => StringComparer.Ordinal,
        2 => StringComparer.OrdinalIgnoreCase,
        _ => null,
    };
}
