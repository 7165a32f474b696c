namespace Actors.Engine.Serialization;

/// <summary>Writes and reads values of one type.</summary>
internal abstract class Codec
{
    public abstract Type Type { get; }

    /// <summary>Types of the values inside.</summary>
    public virtual IEnumerable<Type> Parts => [];

    /// <summary>What is wrong with the type itself, as sentences.</summary>
    public virtual IEnumerable<string> Problems => [];

    public abstract void WriteObject(WireWriter writer, object? value);

    public abstract object? ReadObject(WireReader reader);
}

/// <inheritdoc/>
internal abstract class Codec<T> : Codec
{
    public override Type Type => typeof(T);

    public void Write(WireWriter writer, T value)
    {
        if (default(T) is null)
            writer.Byte(value is null ? (byte)0 : (byte)1);
        if (value is null)
            return;
        writer.Enter();
        WriteValue(writer, value);
        writer.Leave();
    }

    public T Read(WireReader reader) => default(T) is null && reader.Byte() == 0 ? default! : ReadValue(reader);

    public override void WriteObject(WireWriter writer, object? value) => Write(writer, (T)value!);

    public override object? ReadObject(WireReader reader) => Read(reader);

    protected abstract void WriteValue(WireWriter writer, T value);

    protected abstract T ReadValue(WireReader reader);
}
