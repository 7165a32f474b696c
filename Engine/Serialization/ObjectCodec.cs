using System.Runtime.CompilerServices;

namespace Actors.Engine.Serialization;

/// <summary>A type with [GenerateSerializer]: its numbered members, in the order of their numbers, base class
/// first.</summary>
internal sealed class ObjectCodec<T> : Codec<T>
{
    private static readonly Func<T> Create = Creator();

    private readonly Member<T>[] members;
    private readonly List<string> problems = [];

    public ObjectCodec(Codecs codecs) => members = [.. CarriedMembers.Of(typeof(T), problems).Select(one =>
        (Member<T>)Activator.CreateInstance(typeof(Member<,>).MakeGenericType(typeof(T), one.Type), codecs, one)!)];

    public override IEnumerable<Type> Parts => members.Select(static one => one.Type);

    public override IEnumerable<string> Problems => problems;

    protected override void WriteValue(WireWriter writer, T value)
    {
        foreach (var member in members)
            member.Write(writer, ref value);
    }

    protected override T ReadValue(WireReader reader)
    {
        var value = Create();
        foreach (var member in members)
            member.Read(reader, ref value);
        return value;
    }

    /// <summary>The parameterless constructor where there is one; without it no initialiser runs, on either
    /// engine.</summary>
    private static Func<T> Creator()
    {
        if (typeof(T).IsValueType || typeof(T).GetConstructor(Type.EmptyTypes) is not null)
            return static () => Activator.CreateInstance<T>();
        return static () => (T)RuntimeHelpers.GetUninitializedObject(typeof(T));
    }
}
