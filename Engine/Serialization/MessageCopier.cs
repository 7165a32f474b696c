using Actors.Engine.Runtime;

namespace Actors.Engine.Serialization;

/// <summary>Sends what crosses between grains through bytes, as a network would: what has no id is lost, nothing is
/// shared.</summary>
internal sealed class MessageCopier(Lazy<Codecs> codecs)
{
    public object?[] CopyArguments(GrainMethod method, object?[] arguments)
    {
        var copies = new object?[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var type = method.ParameterTypes[i];
            copies[i] = type == typeof(CancellationToken) ? arguments[i] : Copy(type, arguments[i]);
        }

        return copies;
    }

    public T Copy<T>(T value)
    {
        if (typeof(T) == typeof(Nothing))
            return value;
        var writer = new WireWriter();
        codecs.Value.For<T>().Write(writer, value);
        return codecs.Value.For<T>().Read(new WireReader(writer.Written));
    }

    private object? Copy(Type type, object? value)
    {
        var codec = codecs.Value.Find(type) ?? throw new NotSupportedException($"{type} cannot cross between grains.");
        var writer = new WireWriter();
        codec.WriteObject(writer, value);
        return codec.ReadObject(new WireReader(writer.Written));
    }
}
