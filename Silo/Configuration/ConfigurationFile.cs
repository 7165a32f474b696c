using System.Text.Json;

namespace Actors.Silo.Configuration;

/// <summary>Reads the JSON file into paths and texts. Comments and trailing commas are allowed in it.</summary>
internal static class ConfigurationFile
{
    /// <summary>More than any set of options needs.</summary>
    public const int BytesMax = 1024 * 1024;

    private static readonly JsonDocumentOptions Lenient =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static IReadOnlyList<(string Path, string Text)> Read(string file, List<ConfigurationProblem> problems)
    {
        var values = new List<(string, string)>();
        try
        {
            if (!File.Exists(file))
                return values;
            if (new FileInfo(file).Length > BytesMax)
                throw new InvalidDataException($"it is larger than {BytesMax} bytes");
            using var document = JsonDocument.Parse(File.ReadAllBytes(file), Lenient);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new InvalidDataException("it does not hold an object");
            Add("", document.RootElement, values);
        }
        catch (Exception fault) when (
            fault is JsonException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            problems.Add(new(
                $"the file {file}", "cannot be read as JSON", $"Mend or remove it: {fault.Message.TrimEnd('.')}."));
        }
        foreach (var twice in values.GroupBy(value => value.Item1, StringComparer.OrdinalIgnoreCase))
            if (twice.Count() > 1)
                problems.Add(new($"'{twice.Key}' in {file}", "is there twice", "Leave one of them."));
        return values;
    }

    private static void Add(string path, JsonElement element, List<(string, string)> values)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                    Add(path.Length == 0 ? member.Name : $"{path}:{member.Name}", member.Value, values);
                break;
            case JsonValueKind.Array:
                values.Add((path, string.Join(',', element.EnumerateArray().Select(item => item.ToString()))));
                break;
            default:
                values.Add((path, element.ToString()));
                break;
        }
    }
}
