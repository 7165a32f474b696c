using System.Collections.Immutable;
using System.Text.Json;
using Actors.Api.Json;
using Actors.Grains.Contacts;

namespace Actors.Api.Contacts;

/// <summary>Reads what a request says of a contact.</summary>
internal static class ContactFields
{
    /// <returns>Names to values, null for one that is to go; null where the field is absent or, after telling so,
    /// wrong.</returns>
    public static ImmutableDictionary<string, string?>? Details(Fields fields, bool mayRemove)
    {
        if (fields.ObjectOrNull("details") is not { } json)
            return null;
        using var document = JsonDocument.Parse(json);
        var details = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            if (!TryRead(property, mayRemove, out var name, out var value))
                return fields.Error<ImmutableDictionary<string, string?>>(
                    "details", "invalid_details",
                    $"Names have 1 to {ContactLimits.DetailNameLengthMax} characters, values are texts of up to "
                    + $"{ContactLimits.DetailValueLengthMax}{(mayRemove ? " or null" : "")}; none holds a control "
                    + "character.");
            details[name] = value;
        }

        return details.Count <= ContactLimits.DetailsMax
            ? details.ToImmutable()
            : fields.Error<ImmutableDictionary<string, string?>>(
                "details", "too_many", $"A contact has at most {ContactLimits.DetailsMax} details.");
    }

    /// <returns>Null where the field is absent or, after telling so, wrong.</returns>
    public static ImmutableArray<string>? Lists(Fields fields)
    {
        if (!fields.Has("lists"))
            return null;
        var lists = fields.TextsOrEmpty("lists", ContactLimits.ListNameLengthMax);
        if (lists.Any(name => name.AsSpan().ContainsAny(TextRules.Controls) || string.IsNullOrWhiteSpace(name)))
            return fields.Error<ImmutableArray<string>?>(
                "lists", "control_character", "The name of a list holds a control character, or nothing.");
        return lists.Length <= ContactLimits.ListsMax
            ? lists
            : fields.Error<ImmutableArray<string>?>(
                "lists", "too_many", $"A contact is on at most {ContactLimits.ListsMax} lists.");
    }

    private static bool TryRead(JsonProperty property, bool mayRemove, out string name, out string? value)
    {
        (name, value) = ("", null);
        try
        {
            name = property.Name;
            value = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return false; // no Unicode
        }

        return name.Length is > 0 and <= ContactLimits.DetailNameLengthMax
            && !name.AsSpan().ContainsAny(TextRules.Controls)
            && (value is null
                ? mayRemove && property.Value.ValueKind == JsonValueKind.Null
                : value.Length <= ContactLimits.DetailValueLengthMax
                    && !value.AsSpan().ContainsAny(TextRules.Controls));
    }
}
