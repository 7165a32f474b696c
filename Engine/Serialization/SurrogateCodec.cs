namespace Actors.Engine.Serialization;

/// <summary>A type of another project, carried as its surrogate.</summary>
internal sealed class SurrogateCodec<TValue, TSurrogate>(Codecs codecs, IConverter<TValue, TSurrogate> converter)
    : Codec<TValue>
    where TSurrogate : struct
{
    public override IEnumerable<Type> Parts => [typeof(TSurrogate)];

    protected override void WriteValue(WireWriter writer, TValue value) =>
        codecs.For<TSurrogate>().Write(writer, converter.ConvertToSurrogate(value));

    protected override TValue ReadValue(WireReader reader) =>
        converter.ConvertFromSurrogate(codecs.For<TSurrogate>().Read(reader));
}
