using System.Reflection;

namespace Actors.Engine.Serialization;

/// <summary>A tuple or a pair: its fields in order.</summary>
internal sealed class TupleCodec<T>(Codecs codecs) : Codec<T>
    where T : struct
{
    private static readonly FieldInfo[] Fields =
        typeof(T).GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);

    private readonly Member<T>[] members = [.. Fields.Select(one => (Member<T>)Activator.CreateInstance(
        typeof(Member<,>).MakeGenericType(typeof(T), one.FieldType),
        codecs,
        new CarriedMember(one.Name, one.FieldType, one, null))!)];

    public override IEnumerable<Type> Parts => Fields.Select(static one => one.FieldType);

    protected override void WriteValue(WireWriter writer, T value)
    {
        foreach (var member in members)
            member.Write(writer, ref value);
    }

    protected override T ReadValue(WireReader reader)
    {
        var value = default(T);
        foreach (var member in members)
            member.Read(reader, ref value);
        return value;
    }
}
