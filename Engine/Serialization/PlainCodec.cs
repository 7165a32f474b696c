using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;

namespace Actors.Engine.Serialization;

/// <summary>Types the language and the framework bring along.</summary>
internal sealed class PlainCodec<T>(Action<WireWriter, T> write, Func<WireReader, T> read) : Codec<T>
{
    protected override void WriteValue(WireWriter writer, T value) => write(writer, value);

    protected override T ReadValue(WireReader reader) => read(reader);
}

/// <summary>Any enum, by its number.</summary>
internal sealed class EnumCodec<T> : Codec<T>
    where T : struct, Enum
{
    protected override void WriteValue(WireWriter writer, T value) => writer.Unsigned(Unsafe.SizeOf<T>() switch
    {
        1 => Unsafe.As<T, byte>(ref value),
        2 => Unsafe.As<T, ushort>(ref value),
        4 => Unsafe.As<T, uint>(ref value),
        _ => Unsafe.As<T, ulong>(ref value),
    });

    protected override T ReadValue(WireReader reader)
    {
        var number = reader.Unsigned();
        return Unsafe.As<ulong, T>(ref number);
    }
}

/// <summary>A value type that may be absent.</summary>
internal sealed class NullableCodec<T>(Codecs codecs) : Codec<T?>
    where T : struct
{
    public override IEnumerable<Type> Parts => [typeof(T)];

    protected override void WriteValue(WireWriter writer, T? value) => codecs.For<T>().Write(writer, value!.Value);

    protected override T? ReadValue(WireReader reader) => codecs.For<T>().Read(reader);
}

internal static class PlainCodecs
{
    public static IEnumerable<Codec> All { get; } =
    [
        Make<bool>(static (w, v) => w.Byte(v ? (byte)1 : (byte)0), static r => r.Byte() != 0),
        Make<byte>(static (w, v) => w.Byte(v), static r => r.Byte()),
        Make<sbyte>(static (w, v) => w.Signed(v), static r => checked((sbyte)r.Signed())),
        Make<short>(static (w, v) => w.Signed(v), static r => checked((short)r.Signed())),
        Make<ushort>(static (w, v) => w.Unsigned(v), static r => checked((ushort)r.Unsigned())),
        Make<int>(static (w, v) => w.Signed(v), static r => checked((int)r.Signed())),
        Make<uint>(static (w, v) => w.Unsigned(v), static r => checked((uint)r.Unsigned())),
        Make<long>(static (w, v) => w.Signed(v), static r => r.Signed()),
        Make<ulong>(static (w, v) => w.Unsigned(v), static r => r.Unsigned()),
        Make<char>(static (w, v) => w.Unsigned(v), static r => checked((char)r.Unsigned())),
        Make<float>(static (w, v) => w.Signed(BitConverter.SingleToInt32Bits(v)),
            static r => BitConverter.Int32BitsToSingle(checked((int)r.Signed()))),
        Make<double>(static (w, v) => w.Signed(BitConverter.DoubleToInt64Bits(v)),
            static r => BitConverter.Int64BitsToDouble(r.Signed())),
        Make<decimal>(WriteDecimal, ReadDecimal),
        Make<string>(static (w, v) => w.Text(v), static r => r.Text()),
        Make<Guid>(static (w, v) => w.Bytes(v.ToByteArray()), static r => new Guid(r.Bytes())),
        Make<DateTime>(static (w, v) => w.Signed(v.ToBinary()), static r => DateTime.FromBinary(r.Signed())),
        Make<DateTimeOffset>(WriteMoment, static r => new DateTimeOffset(r.Signed(), new TimeSpan(r.Signed()))),
        Make<TimeSpan>(static (w, v) => w.Signed(v.Ticks), static r => new TimeSpan(r.Signed())),
        Make<DateOnly>(static (w, v) => w.Signed(v.DayNumber), static r => DateOnly.FromDayNumber((int)r.Signed())),
        Make<TimeOnly>(static (w, v) => w.Signed(v.Ticks), static r => new TimeOnly(r.Signed())),
        Make<Uri>(static (w, v) => w.Text(v.OriginalString), static r => new Uri(r.Text(), UriKind.RelativeOrAbsolute)),
        Make<Version>(static (w, v) => w.Text(v.ToString()), static r => Version.Parse(r.Text())),
        Make<IPAddress>(static (w, v) => w.Text(v.ToString()), static r => IPAddress.Parse(r.Text())),
        Make<IPEndPoint>(static (w, v) => w.Text(v.ToString()), static r => IPEndPoint.Parse(r.Text())),
        Make<byte[]>(static (w, v) => w.Bytes(v), static r => r.Bytes().ToArray()),
        Make<Memory<byte>>(static (w, v) => w.Bytes(v.Span), static r => r.Bytes().ToArray()),
        Make<ReadOnlyMemory<byte>>(static (w, v) => w.Bytes(v.Span), static r => r.Bytes().ToArray()),
        Make<GrainId>(static (w, v) => w.Text(v.ToString()),
            static r => GrainId.Parse(r.Text(), CultureInfo.InvariantCulture)),
    ];

    private static PlainCodec<T> Make<T>(Action<WireWriter, T> write, Func<WireReader, T> read) => new(write, read);

    private static void WriteMoment(WireWriter writer, DateTimeOffset value)
    {
        writer.Signed(value.Ticks);
        writer.Signed(value.Offset.Ticks);
    }

    private static void WriteDecimal(WireWriter writer, decimal value)
    {
        foreach (var part in decimal.GetBits(value))
            writer.Signed(part);
    }

    private static decimal ReadDecimal(WireReader reader) =>
        new([(int)reader.Signed(), (int)reader.Signed(), (int)reader.Signed(), (int)reader.Signed()]);
}
