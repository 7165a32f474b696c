using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Actors.Api.Json;

/// <summary>Reads a body once, front to back, and goes on after a fault, so that all faults are told at once.</summary>
/// <remarks>
/// No tree is built: a hostile body of a million empty objects costs its own length and no more. After any of the
/// reading methods the cursor stands on the last token of the value, whether it was good or not.
/// </remarks>
/// <exception cref="JsonException">From any method: the body is not JSON.</exception>
internal ref struct JsonCursor(ReadOnlySpan<byte> json, FieldErrors errors)
{
    /// <summary>Lists and objects within one another.</summary>
    internal const int DepthMax = 12;

    private readonly ReadOnlySpan<byte> whole = json;
    private Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = DepthMax });

    public FieldErrors Errors { get; } = errors;

    /// <summary>Bytes up to the end of the token it stands on.</summary>
    public readonly int Consumed => (int)reader.BytesConsumed;

    /// <summary>Where the token it stands on begins.</summary>
    public readonly int Start => (int)reader.TokenStartIndex;

    public readonly bool IsString => reader.TokenType == JsonTokenType.String;

    public readonly bool IsObject => reader.TokenType == JsonTokenType.StartObject;

    public readonly bool IsArray => reader.TokenType == JsonTokenType.StartArray;

    /// <summary>Steps over the value.</summary>
    /// <returns>What was written.</returns>
    public string Raw()
    {
        var start = Start;
        reader.Skip();
        return Encoding.UTF8.GetString(whole[start..Consumed]);
    }

    public bool Read() => reader.Read();

    public void Skip() => reader.Skip();

    /// <summary>Stands on the first token of an object, or tells that it should.</summary>
    public bool BeginObject() => Begin(IsObject, "an object");

    public bool BeginArray() => Begin(IsArray, "a list");

    /// <summary>Goes to the next field that is in the table and not null, and enters its name as the place being
    /// read.</summary>
    /// <param name="seen">The fields read so far, a bit each.</param>
    /// <returns>The field's place in the table, or -1 at the end of the object.</returns>
    public int NextField(FieldTable table, ref uint seen)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = FindField(table);
            if (field < 0 || (seen & (1u << field)) != 0)
            {
                Errors.Add(
                    field < 0 ? UnknownName() : table.Names[field],
                    field < 0 ? "unknown_field" : "duplicate_field",
                    field < 0 ? "There is no such field here." : "The field is given twice.");
                reader.Read();
                reader.Skip();
                continue;
            }

            reader.Read();
            if (reader.TokenType == JsonTokenType.Null)
                continue;
            seen |= 1u << field;
            Errors.Enter(table.Names[field]);
            return field;
        }

        return -1;
    }

    /// <summary>Goes to the next entry of an object with free names.</summary>
    public bool NextEntry([NotNullWhen(true)] out string? name)
    {
        name = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            name = NameOrNull();
            reader.Read();
            if (name is not null)
                return true;
            Errors.Add("invalid_text", "A name is not valid Unicode.");
            reader.Skip();
        }

        return false;
    }

    public bool NextElement() => reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    /// <param name="max">UTF-16 code units.</param>
    public readonly bool TryText(int max, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (!IsString)
            return false;

        // Six bytes can be one unit (\u0041): longer ones are refused before anything is allocated for them.
        if (reader.ValueSpan.Length > 6L * max)
            return TooLong(max);
        try
        {
            text = reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            Errors.Add("invalid_text", "The text is not valid Unicode.");
            return false;
        }

        return text.Length <= max || TooLong(max);
    }

    public readonly bool TryBoolean(out bool value)
    {
        value = reader.TokenType == JsonTokenType.True;
        return reader.TokenType is JsonTokenType.True or JsonTokenType.False;
    }

    public readonly bool TryInteger(out int value)
    {
        value = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out value);
    }

    public readonly bool TryBase64([NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        try
        {
            return IsString && reader.TryGetBytesFromBase64(out bytes);
        }
        catch (InvalidOperationException)
        {
            return false; // half a surrogate pair: no Unicode, and no base64 either
        }
    }

    /// <summary>Tells that the value should be something else, and steps over it.</summary>
    public void WrongType(string expected)
    {
        Errors.Add("wrong_type", $"The value has to be {expected}.");
        reader.Skip();
    }

    private bool Begin(bool right, string expected)
    {
        if (!right)
            WrongType(expected);
        return right;
    }

    private int FindField(FieldTable table)
    {
        try
        {
            return table.Find(ref reader);
        }
        catch (InvalidOperationException)
        {
            return -1;
        }
    }

    private readonly string UnknownName() => NameOrNull() ?? "\uFFFD";

    private readonly string? NameOrNull()
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private readonly bool TooLong(int max)
    {
        Errors.Add("too_long", $"The text is longer than {max} characters.");
        return false;
    }
}
