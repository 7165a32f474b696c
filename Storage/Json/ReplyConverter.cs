using System.Text.Json;
using System.Text.Json.Serialization;
using Actors.Mail.Replies;

namespace Actors.Storage.Json;

/// <summary>Writes a reply as <c>[550,"5.1.1","No such user"]</c>, the second part null where there is none.</summary>
internal sealed class ReplyConverter : JsonConverter<Reply>
{
    public override Reply Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Expect(reader.TokenType == JsonTokenType.StartArray && reader.Read());
        Expect(reader.TryGetInt32(out var code) && reader.Read());
        var status = reader.GetString();
        Expect(reader.Read());
        var text = reader.GetString();
        Expect(text is not null && reader.Read() && reader.TokenType == JsonTokenType.EndArray);
        return new Reply(code, status is null ? null : EnhancedStatusCode.Parse(status), text!);
    }

    public override void Write(Utf8JsonWriter writer, Reply value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Code);
        writer.WriteStringValue(value.Status?.ToString());
        writer.WriteStringValue(value.Text);
        writer.WriteEndArray();
    }

    private static void Expect(bool holds)
    {
        if (!holds)
            throw new JsonException("A stored reply is not [code, status, text].");
    }
}
