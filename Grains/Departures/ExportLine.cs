using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Actors.Grains.Departures;

/// <summary>Settings as a tenant takes them along: one JSON object on one line.</summary>
public static class ExportLine
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new PlainText() },
    };

    /// <param name="view">Without secrets: what the API shows of it. Null for nothing.</param>
    public static string? Of<T>(T? view)
        where T : class => view is null ? null : JsonSerializer.Serialize(view, Options);

    /// <summary>Ids and addresses as the texts they are.</summary>
    private sealed class PlainText : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.Assembly.GetName().Name is "Actors.Mail" ||
            typeToConvert.Namespace == typeof(Ids.TenantId).Namespace ||
            typeToConvert == typeof(Subscriptions.BillingMonth);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Writer<>).MakeGenericType(typeToConvert))!;

        private sealed class Writer<T> : JsonConverter<T>
        {
            public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
                throw new NotSupportedException("An export is not read.");

            public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
                writer.WriteStringValue(value?.ToString());
        }
    }
}
