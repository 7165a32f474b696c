namespace Actors.Engine;

/// <summary>The name of a grain class in stored keys, such as <c>message</c>.</summary>
public readonly struct GrainType : IEquatable<GrainType>, IComparable<GrainType>, ISpanFormattable
{
    private readonly IdSpan name;

    /// <summary>From a name that was made earlier.</summary>
    public GrainType(IdSpan id) => name = id;

    /// <param name="value">UTF-8.</param>
    public GrainType(byte[] value) => name = new IdSpan(value);

    /// <summary>The name.</summary>
    public IdSpan Value => name;

    /// <inheritdoc cref="IdSpan.IsDefault"/>
    public bool IsDefault => name.IsDefault;

    /// <param name="value">Not empty and not only white space.</param>
    public static GrainType Create(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        return new(IdSpan.Create(value));
    }

    /// <inheritdoc cref="IdSpan.GetUniformHashCode"/>
    public uint GetUniformHashCode() => name.GetUniformHashCode();

    /// <inheritdoc/>
    public bool Equals(GrainType obj) => name.Equals(obj.name);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GrainType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => name.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(GrainType other) => name.CompareTo(other.name);

    /// <inheritdoc/>
    public override string ToString() => name.ToString();

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    bool ISpanFormattable.TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        ((ISpanFormattable)name).TryFormat(destination, out charsWritten, format, provider);

    /// <inheritdoc/>
    public static bool operator ==(GrainType left, GrainType right) => left.Equals(right);

    /// <inheritdoc/>
    public static bool operator !=(GrainType left, GrainType right) => !left.Equals(right);
}
