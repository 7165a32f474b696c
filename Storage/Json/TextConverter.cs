using System.Text.Json;
using System.Text.Json.Serialization;

namespace Actors.Storage.Json;

/// <summary>Writes a type as the text it is parsed from, as a value and as the key of a dictionary.</summary>
internal sealed class TextConverter<T>(Func<T, string> print, Func<string, T> parse) : JsonConverter<T>
    where T : notnull
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(print(value));

    public override T ReadAsPropertyName(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(print(value));

    private T Parse(string? text)
    {
        try
        {
            return parse(text ?? throw new JsonException($"A stored {typeof(T).Name} is null."));
        }
        catch (FormatException fault)
        {
            throw new JsonException($"A stored {typeof(T).Name} is none: {fault.Message}", fault);
        }
    }
}
