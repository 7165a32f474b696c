using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Actors.Engine.Tests.Embedded;

public enum Size : byte
{
    Small,
    Large = 200,
}

[GenerateSerializer, Immutable]
public abstract record Shape
{
    private Shape()
    {
    }

    [GenerateSerializer, Immutable, Alias("circle")]
    public sealed record Circle(double Radius) : Shape;

    [GenerateSerializer, Immutable]
    public sealed record Box(int Width, int? Height) : Shape;
}

[GenerateSerializer]
public sealed record Everything(
    int Number,
    string? Text,
    Guid Id,
    DateTimeOffset At,
    TimeSpan For,
    decimal Amount,
    Size Size,
    Size? MaybeSize,
    byte[]? Bytes,
    List<string?>? Names,
    Dictionary<string, long>? Counts)
{
    [Id(0)]
    public IReadOnlyList<int> Row { get; init; } = [];

    [Id(1)]
    public ImmutableArray<Shape> Shapes { get; init; } = [];

    [Id(2)]
    public Foreign? Foreign { get; set; }

    [Id(3)]
    public (int Left, string? Right) Pair { get; set; }

    [JsonIgnore]
    public string Lost { get; set; } = "";
}

/// <summary>Belongs to another project, and cannot be made without its key.</summary>
public sealed record Foreign
{
    private Foreign(string key) => Key = key;

    public string Key { get; }

    public static Foreign Of(string key) => new(key);
}

[GenerateSerializer]
public struct ForeignSurrogate
{
    [Id(0)]
    public string Key { get; set; }
}

[RegisterConverter]
public sealed class ForeignConverter : IConverter<Foreign, ForeignSurrogate>
{
    public Foreign ConvertFromSurrogate(in ForeignSurrogate surrogate) => Foreign.Of(surrogate.Key);

    public ForeignSurrogate ConvertToSurrogate(in Foreign value) => new() { Key = value.Key };
}

[GenerateSerializer]
public sealed class Chain
{
    [Id(0)]
    public Chain? Next { get; set; }
}
