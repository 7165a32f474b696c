using System.Reflection;
using System.Reflection.Emit;

namespace Actors.Engine.Serialization;

/// <summary>A field or property that is carried.</summary>
internal sealed record CarriedMember(string Name, Type Type, FieldInfo? Field, PropertyInfo? Property);

internal abstract class Member<T>
{
    public abstract Type Type { get; }

    public abstract void Write(WireWriter writer, ref T owner);

    public abstract void Read(WireReader reader, ref T owner);
}

/// <summary>Reaches a member by compiled code, also where it is private, read-only or init-only.</summary>
internal sealed class Member<T, TValue>(Codecs codecs, CarriedMember member) : Member<T>
{
    private readonly Getter get = (Getter)Compile(typeof(TValue), [typeof(T).MakeByRefType()], typeof(Getter), code =>
    {
        if (member.Field is not null)
            code.Emit(OpCodes.Ldfld, member.Field);
        else
            code.Emit(typeof(T).IsValueType ? OpCodes.Call : OpCodes.Callvirt, member.Property!.GetMethod!);
    });

    private readonly Setter set = (Setter)Compile(
        typeof(void), [typeof(T).MakeByRefType(), typeof(TValue)], typeof(Setter), code =>
        {
            code.Emit(OpCodes.Ldarg_1);
            if (member.Field is not null)
                code.Emit(OpCodes.Stfld, member.Field);
            else
                code.Emit(typeof(T).IsValueType ? OpCodes.Call : OpCodes.Callvirt, member.Property!.SetMethod!);
        });

    private delegate TValue Getter(ref T owner);

    private delegate void Setter(ref T owner, TValue value);

    public override Type Type => typeof(TValue);

    public override void Write(WireWriter writer, ref T owner) => codecs.For<TValue>().Write(writer, get(ref owner));

    public override void Read(WireReader reader, ref T owner) => set(ref owner, codecs.For<TValue>().Read(reader));

    private static Delegate Compile(Type returns, Type[] parameters, Type type, Action<ILGenerator> body)
    {
        var method = new DynamicMethod("", returns, parameters, typeof(T).Module, skipVisibility: true);
        var code = method.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        if (!typeof(T).IsValueType)
            code.Emit(OpCodes.Ldind_Ref);
        body(code);
        code.Emit(OpCodes.Ret);
        return method.CreateDelegate(type);
    }
}
