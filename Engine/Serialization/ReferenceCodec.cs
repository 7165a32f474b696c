using System.Globalization;
using Actors.Engine.Runtime;

namespace Actors.Engine.Serialization;

/// <summary>A reference to a grain: its identity, by the interface it is declared as.</summary>
internal sealed class ReferenceCodec<T>(GrainEngine engine) : Codec<T>
{
    protected override void WriteValue(WireWriter writer, T value) =>
        writer.Text(((IAddressable)value!).GetGrainId().ToString());

    protected override T ReadValue(WireReader reader) =>
        (T)engine.Reference(typeof(T), GrainId.Parse(reader.Text(), CultureInfo.InvariantCulture));
}
