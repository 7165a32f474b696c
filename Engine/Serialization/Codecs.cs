using System.Collections.Concurrent;
using System.Reflection;
using Actors.Engine.Runtime;

namespace Actors.Engine.Serialization;

/// <summary>Finds the codec of a type; makes it when it is first asked for.</summary>
internal sealed class Codecs
{
    private readonly ConcurrentDictionary<Type, Codec?> known = new();
    private readonly Dictionary<Type, Codec> surrogates = [];
    private readonly GrainEngine engine;
    private readonly IReadOnlyList<Type> types;

    /// <param name="engine">Makes grain references anew.</param>
    /// <param name="types">Where converters and heirs of carried types are looked for.</param>
    public Codecs(GrainEngine engine, IReadOnlyList<Type> types)
    {
        this.engine = engine;
        this.types = types;
        foreach (var codec in PlainCodecs.All)
            known[codec.Type] = codec;
        foreach (var converter in types.Where(static one => one.IsDefined(typeof(RegisterConverterAttribute))))
            AddConverter(converter);
    }

    /// <summary>The name that crosses: what a generic type is made of belongs to it.</summary>
    public static string NameOf(Type type) =>
        type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias is not { } alias ? type.ToString()
        : type.IsGenericType ? $"{alias}[{string.Join(',', type.GetGenericArguments().Select(NameOf))}]"
        : alias;

    public Codec<T> For<T>() => (Codec<T>)(Find(typeof(T))
        ?? throw new NotSupportedException(
            $"{typeof(T)} cannot cross: it has neither [GenerateSerializer] nor a surrogate."));

    /// <returns>Null for a type that cannot cross.</returns>
    public Codec? Find(Type type) => known.GetOrAdd(type, static (one, self) => self.Make(one), this);

    /// <summary>The codec of exactly this type, none of its heirs.</summary>
    public Codec Exact(Type type) => surrogates.GetValueOrDefault(type)
        ?? (IsCarried(type) ? Generic(typeof(ObjectCodec<>), [type], this) : Find(type)!);

    private static bool IsCarried(Type type) =>
        type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false)
            && type is { IsInterface: false, IsEnum: false };

    private static Codec Generic(Type open, Type[] arguments, params object[] values) =>
        (Codec)Activator.CreateInstance(open.MakeGenericType(arguments), values)!;

    private Codec? Make(Type type)
    {
        if (surrogates.TryGetValue(type, out var surrogate))
            return surrogate;
        if (type.IsEnum)
            return Generic(typeof(EnumCodec<>), [type]);
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Generic(typeof(NullableCodec<>), [inner], this);
        if (type.IsInterface && typeof(IAddressable).IsAssignableFrom(type))
            return Generic(typeof(ReferenceCodec<>), [type], engine);
        if (CollectionShapes.Make(this, type) is { } collection)
            return collection;
        if (CollectionShapes.Choices(type) is { } kinds)
            return Generic(typeof(ChoiceCodec<>), [type], this, kinds);
        if (!type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false))
            return null;
        return type.IsSealed || type.IsValueType ? Exact(type)
            : Generic(typeof(ChoiceCodec<>), [type], this, Heirs(type));
    }

    /// <summary>The type and all carried types derived from it, if they can be made.</summary>
    private Type[] Heirs(Type type) => [.. types.Concat(type.Assembly.GetTypes()).Append(type).Distinct()
        .Where(one => !one.IsAbstract && !one.ContainsGenericParameters && type.IsAssignableFrom(one)
            && (IsCarried(one) || surrogates.ContainsKey(one)))];

    private void AddConverter(Type converter)
    {
        if (converter.ContainsGenericParameters)
            throw new NotSupportedException($"{converter}: a converter of generic types is not supported.");
        foreach (var one in converter.GetInterfaces().Where(static one =>
            one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IConverter<,>)))
        {
            var both = one.GetGenericArguments();
            surrogates[both[0]] = Generic(typeof(SurrogateCodec<,>), both, this, Activator.CreateInstance(converter)!);
        }
    }
}
