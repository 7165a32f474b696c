using System.Text;

namespace Actors.Engine;

/// <summary>A piece of an identity: a string with ordinal equality.</summary>
public readonly struct IdSpan : IEquatable<IdSpan>, IComparable<IdSpan>, ISpanFormattable
{
    private readonly string? text;

    private IdSpan(string text) => this.text = text;

    /// <param name="value">UTF-8.</param>
    public IdSpan(byte[] value) => text = Encoding.UTF8.GetString(value);

    /// <summary>UTF-8, made anew at each reading.</summary>
    public ReadOnlyMemory<byte> Value => text is null ? default : Encoding.UTF8.GetBytes(text);

    /// <summary>Neither set nor empty text.</summary>
    public bool IsDefault => string.IsNullOrEmpty(text);

    /// <summary>From text as it is.</summary>
    public static IdSpan Create(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return new(id);
    }

    /// <summary>The same on every machine and in every version: for partitions of stored things.</summary>
    public uint GetUniformHashCode() => StableHash.Of(text);

    /// <inheritdoc/>
    public bool Equals(IdSpan obj) => string.Equals(text, obj.text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IdSpan other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => text is null ? 0 : string.GetHashCode(text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public int CompareTo(IdSpan other) => string.CompareOrdinal(text, other.text);

    /// <inheritdoc/>
    public override string ToString() => text ?? "";

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    bool ISpanFormattable.TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var fits = ToString().TryCopyTo(destination);
        charsWritten = fits ? ToString().Length : 0;
        return fits;
    }

    /// <inheritdoc/>
    public static bool operator ==(IdSpan left, IdSpan right) => left.Equals(right);

    /// <inheritdoc/>
    public static bool operator !=(IdSpan left, IdSpan right) => !left.Equals(right);
}
