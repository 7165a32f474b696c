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
        return ContactTexts.ReadDetails(document.RootElement, mayRemove, out var details) is { } fault
            ? fields.Error<ImmutableDictionary<string, string?>>("details", fault.Code, fault.Detail)
            : details;
    }

    /// <returns>Null where the field is absent or, after telling so, wrong.</returns>
    public static ImmutableArray<string>? Lists(Fields fields)
    {
        if (!fields.Has("lists"))
            return null;
        var lists = fields.TextsOrEmpty("lists", ContactLimits.ListNameLengthMax);
        if (!lists.All(ContactTexts.IsListName))
            return fields.Error<ImmutableArray<string>?>(
                "lists", "control_character", "The name of a list holds a control character, or nothing.");
        return lists.Length <= ContactLimits.ListsMax
            ? lists
            : fields.Error<ImmutableArray<string>?>(
                "lists", ContactTexts.TooManyLists.Code, ContactTexts.TooManyLists.Detail);
    }
}
