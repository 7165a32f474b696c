using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Actors.Mail.Messages;

/// <summary>
/// The content type of an attachment (RFC 2045 §5.1), with parameters such as <c>charset</c> or <c>method</c>.
/// </summary>
public sealed class MediaType
{
    private const int LengthMax = 400;
    private const int ParametersMax = 8;

    private static readonly SearchValues<char> Token = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-.^_`{|}~");

    private MediaType(string value, ImmutableArray<KeyValuePair<string, string>> parameters)
    {
        Value = value;
        Parameters = parameters;
    }

    public static MediaType OctetStream { get; } = new("application/octet-stream", []);

    /// <summary>Lower-case "type/subtype". Never multipart: a part that is a tree is not an attachment.</summary>
    public string Value { get; }

    /// <summary>Without <c>name</c> and <c>boundary</c>, which the composer writes.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Parameters { get; }

    public bool IsMessage => Value.StartsWith("message/", StringComparison.Ordinal);

    public static bool TryParse(string? text, [NotNullWhen(true)] out MediaType? type)
    {
        type = null;
        if (text is not { Length: > 2 and <= LengthMax })
            return false;
        var pieces = text.Split(';', StringSplitOptions.TrimEntries);
        if (!IsType(pieces[0]) || pieces.Length > ParametersMax + 1)
            return false;
        var parameters = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var piece in pieces.AsSpan(1))
        {
            if (piece.Length == 0)
                continue;
            if (!TryReadParameter(piece, out var parameter))
                return false;
            if (parameter.Key is not ("name" or "boundary"))
                parameters.Add(parameter);
        }

        type = new MediaType(pieces[0].ToLowerInvariant(), parameters.ToImmutable());
        return true;
    }

    public override string ToString() => Value;

    internal static bool IsToken(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(Token);

    private static bool IsType(string text) =>
        text.IndexOf('/', StringComparison.Ordinal) is var slash and > 0
        && IsToken(text.AsSpan(0, slash)) && IsToken(text.AsSpan(slash + 1))
        && !text.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Values with a quoted pair or a semicolon are refused: no attachment type needs one.</summary>
    private static bool TryReadParameter(string piece, out KeyValuePair<string, string> parameter)
    {
        parameter = default;
        var equals = piece.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1)
            return false;
        var name = piece[..equals].TrimEnd();
        var value = piece[(equals + 1)..].TrimStart();
        if (value is ['"', .., '"'])
            value = value[1..^1];
        if (!IsToken(name) || name.Contains('*', StringComparison.Ordinal) || !HeaderText.IsPlain(value)
            || value.AsSpan().ContainsAny('"', '\\'))
            return false;
        parameter = new(name.ToLowerInvariant(), value);
        return true;
    }
}
