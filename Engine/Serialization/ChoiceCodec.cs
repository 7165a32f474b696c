namespace Actors.Engine.Serialization;

/// <summary>An interface, an abstract class or one with heirs: what is inside is named and then written as
/// itself.</summary>
internal sealed class ChoiceCodec<T>(Codecs codecs, IReadOnlyList<Type> choices) : Codec<T>
{
    private readonly Dictionary<Type, Codec> byType = [];

    public override IEnumerable<Type> Parts => choices.Where(static one => one != typeof(T));

    protected override void WriteValue(WireWriter writer, T value)
    {
        var type = value!.GetType();
        var index = choices.ToList().IndexOf(type);
        if (index < 0)
        {
            throw new NotSupportedException($"{type} cannot cross between grains as {typeof(T)}; it may be one of "
                + $"{string.Join(", ", choices.Select(Codecs.NameOf))}.");
        }

        writer.Text(Codecs.NameOf(type));
        Exact(type).WriteObject(writer, value);
    }

    protected override T ReadValue(WireReader reader)
    {
        var name = reader.Text();
        var type = choices.FirstOrDefault(one => Codecs.NameOf(one) == name)
            ?? throw new InvalidDataException($"\"{name}\" is no {typeof(T)}.");
        return (T)Exact(type).ReadObject(reader)!;
    }

    private Codec Exact(Type type)
    {
        lock (byType)
        {
            if (!byType.TryGetValue(type, out var codec))
                byType.Add(type, codec = codecs.Exact(type));
            return codec;
        }
    }
}
