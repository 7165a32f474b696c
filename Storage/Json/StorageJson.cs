using System.Text.Json;
using System.Text.Json.Serialization;

namespace Actors.Storage.Json;

/// <summary>How rows are written: generated code, short names, nothing that is null or 0.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(MessageJson))]
[JsonSerializable(typeof(SubmissionJson))]
[JsonSerializable(typeof(PartsJson))]
[JsonSerializable(typeof(ReceiptJson))]
[JsonSerializable(typeof(SandboxJson))]
internal sealed partial class StorageJson : JsonSerializerContext
{
    public static void Write(Utf8JsonWriter writer, MessageJson value) =>
        JsonSerializer.Serialize(writer, value, Default.MessageJson);

    public static void Write(Utf8JsonWriter writer, SubmissionJson value) =>
        JsonSerializer.Serialize(writer, value, Default.SubmissionJson);

    public static void Write(Utf8JsonWriter writer, PartsJson value) =>
        JsonSerializer.Serialize(writer, value, Default.PartsJson);

    public static void Write(Utf8JsonWriter writer, ReceiptJson value) =>
        JsonSerializer.Serialize(writer, value, Default.ReceiptJson);

    public static void Write(Utf8JsonWriter writer, SandboxJson value) =>
        JsonSerializer.Serialize(writer, value, Default.SandboxJson);
}
