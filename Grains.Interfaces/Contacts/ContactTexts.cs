using System.Collections.Immutable;
using System.Text.Json;
using Actors.Grains.Submissions;
using Actors.Mail.Messages;

namespace Actors.Grains.Contacts;

/// <summary>What somebody may say of a contact: the same in a request and in a row of a file.</summary>
public static class ContactTexts
{
    public static FieldError TooManyDetails { get; } =
        new("/details", "too_many", $"A contact has at most {ContactLimits.DetailsMax} details.");

    public static FieldError TooManyLists { get; } =
        new("/lists", "too_many", $"A contact is on at most {ContactLimits.ListsMax} lists.");

    public static bool IsDetailName(string name) =>
        name.Length is > 0 and <= ContactLimits.DetailNameLengthMax
        && !name.AsSpan().ContainsAny(TextRules.Controls);

    public static bool IsDetailValue(string value) =>
        value.Length <= ContactLimits.DetailValueLengthMax && !value.AsSpan().ContainsAny(TextRules.Controls);

    public static bool IsListName(string name) =>
        name.Length <= ContactLimits.ListNameLengthMax && !string.IsNullOrWhiteSpace(name)
        && !name.AsSpan().ContainsAny(TextRules.Controls);

    /// <param name="json">An object. Of a name that is given twice the last counts.</param>
    /// <param name="mayRemove">A value may be null: the detail is to go.</param>
    /// <param name="details">Names to values.</param>
    /// <returns>What is wrong; null for nothing.</returns>
    public static FieldError? ReadDetails(
        JsonElement json, bool mayRemove, out ImmutableDictionary<string, string?> details)
    {
        details = ImmutableDictionary<string, string?>.Empty;
        var read = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            if (Fault(property, mayRemove, out var name, out var value) is { } fault)
                return new FieldError("/details", "invalid_details", fault);
            read[name] = value;
        }

        details = read.ToImmutable();
        return details.Count <= ContactLimits.DetailsMax ? null : TooManyDetails;
    }

    /// <returns>What is wrong with a name or its value; null for nothing.</returns>
    private static string? Fault(JsonProperty property, bool mayRemove, out string name, out string? value)
    {
        (name, value) = ("", null);
        try
        {
            name = property.Name;
            value = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return "A name or a value is not valid Unicode.";
        }

        return !IsDetailName(name)
            ? $"A name has 1 to {ContactLimits.DetailNameLengthMax} characters and no control character."
            : value is null
            ? mayRemove && property.Value.ValueKind == JsonValueKind.Null
                ? null
                : $"The value of {name} has to be a text{(mayRemove ? " or null" : "")}."
            : value.Length > ContactLimits.DetailValueLengthMax
            ? $"The value of {name} is longer than {ContactLimits.DetailValueLengthMax} characters."
            : IsDetailValue(value) ? null : $"The value of {name} holds a control character.";
    }
}
