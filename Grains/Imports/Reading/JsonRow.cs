using System.Collections.Frozen;
using System.Text.Json;
using Actors.Grains.Contacts;

namespace Actors.Grains.Imports.Reading;

/// <summary>Reads a line of JSON, with the fields of the request that says the same of one contact or entry. A field of
/// null says nothing.</summary>
internal static class JsonRow
{
    /// <summary>What an export says and nobody can set.</summary>
    private static readonly FrozenSet<string> Ignored = FrozenSet.Create(
        StringComparer.Ordinal,
        "id", "is_contact", "origin", "created_at", "soft_bounces", "blacklist", "consents", "history");

    private static readonly FrozenSet<string> IgnoredOfBlacklist = FrozenSet.Create(
        StringComparer.Ordinal, "id", "reason", "since", "message");

    /// <param name="line">UTF-8.</param>
    public static void Read(ReadOnlySpan<byte> line, RowDraft draft) => Parse(line, draft, Fields);

    /// <param name="json">UTF-8.</param>
    /// <param name="read">What there is.</param>
    public static void Parse(ReadOnlySpan<byte> json, RowDraft draft, Action<JsonElement, RowDraft> read)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ImportFileLimits.DepthMax });
            using var document = JsonDocument.ParseValue(ref reader);
            reader.Read(); // throws where anything follows
            read(document.RootElement, draft);
        }
        catch (JsonException)
        {
            draft.Fail("malformed_json", "This is not JSON.", json);
        }
        catch (InvalidOperationException)
        {
            draft.Fail("invalid_text", "A text is not valid Unicode."); // half a surrogate pair
        }
    }

    /// <summary>Texts, or objects with a name as an export has them: of these, not those that were left.</summary>
    public static void Lists(JsonElement lists, RowDraft draft)
    {
        if (!Is(lists, JsonValueKind.Array, "lists", "a list of texts", draft))
            return;
        foreach (var one in lists.EnumerateArray())
        {
            if (one.ValueKind == JsonValueKind.Object && one.TryGetProperty("name", out var name))
            {
                if (one.TryGetProperty("left_at", out var left) && left.ValueKind != JsonValueKind.Null)
                    continue;
            }
            else
                name = one;
            if (Is(name, JsonValueKind.String, "lists", "a list of texts", draft))
                draft.List(name.GetString()!);
        }
    }

    public static void Details(JsonElement details, RowDraft draft)
    {
        if (!Is(details, JsonValueKind.Object, "details", "an object", draft))
            return;
        if (ContactTexts.ReadDetails(details, mayRemove: false, out var read) is { } fault)
            draft.Fail(fault, details.GetRawText());
        else
            foreach (var (name, value) in read)
                draft.Detail(name, value!);
    }

    private static void Fields(JsonElement line, RowDraft draft)
    {
        if (line.ValueKind != JsonValueKind.Object)
        {
            draft.Fail("wrong_type", "The line has to be an object of JSON.", line.GetRawText());
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in line.EnumerateObject())
        {
            if (!seen.Add(property.Name))
                draft.Fail("duplicate_field", "The field is given twice.", property.Name);
            else if (property.Value.ValueKind != JsonValueKind.Null)
                Take(property, draft);
        }
    }

    private static void Take(JsonProperty property, RowDraft draft)
    {
        var (name, value, isBlacklist) = (property.Name, property.Value, draft.IsOfBlacklist);
        switch (name)
        {
            case "lists" when !isBlacklist:
                Lists(value, draft);
                break;
            case "details" when !isBlacklist:
                Details(value, draft);
                break;
            case "standing" when !isBlacklist && Is(value, JsonValueKind.String, name, "a text", draft):
                draft.Standing(value.GetString()!);
                break;
            case "email" when Is(value, JsonValueKind.String, name, "a text", draft):
                draft.Email(value.GetString()!);
                break;
            case "domain" when isBlacklist && Is(value, JsonValueKind.String, name, "a text", draft):
                draft.Domain(value.GetString()!);
                break;
            case "note" when isBlacklist && Is(value, JsonValueKind.String, name, "a text", draft):
                draft.Note(value.GetString()!);
                break;
            case "expires_at" or "until" when isBlacklist && Is(value, JsonValueKind.String, name, "a text", draft):
                draft.ExpiresAt(value.GetString()!);
                break;
            default:
                if (!(isBlacklist ? IgnoredOfBlacklist : Ignored).Contains(name))
                    draft.Fail("unknown_field", "There is no such field here.", name);
                break;
        }
    }

    private static bool Is(JsonElement value, JsonValueKind kind, string name, string expected, RowDraft draft)
    {
        if (value.ValueKind == kind)
            return true;
        draft.Fail("wrong_type", $"The value of {name} has to be {expected}.", value.GetRawText());
        return false;
    }
}
