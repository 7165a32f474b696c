using System.Collections.Immutable;
using System.Text.Json;
using Actors.Api.Problems;
using Actors.Mail.Addresses;
using Actors.Mail.Messages;

namespace Actors.Api.Json;

/// <summary>The fields of a small body. What nobody has asked for is an unknown field.</summary>
internal sealed class Fields : IDisposable
{
    private const int AddressLengthMax = 320;
    private const int TimeLengthMax = 64;
    private const int ListMax = 1_000;
    private readonly JsonDocument? document;
    private readonly JsonElement root;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly List<Fields> parts = [];
    private readonly FieldErrors errors;
    private readonly string pointer;

    private Fields(JsonDocument document)
        : this(document.RootElement, "") => this.document = document;

    private Fields(JsonElement root, string pointer) =>
        (this.root, this.pointer, errors) = (root, pointer, new FieldErrors(pointer));

    /// <exception cref="JsonException">The body is not JSON.</exception>
    public static Fields Parse(ReadOnlyMemory<byte> body) =>
        new(JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = JsonCursor.DepthMax }));

    public void Dispose() => document?.Dispose();

    /// <summary>Empty, after telling so, where the field is missing or wrong: check <see cref="Problem"/> before
    /// use.</summary>
    /// <param name="max">UTF-16 code units. Control characters are refused.</param>
    public string Text(string name, int max) => TextOrNull(name, max) is { } text ? text : Missing(name, "");

    public string? TextOrNull(string name, int max) => Find(name) is not { } value ? null
        : value.ValueKind != JsonValueKind.String ? Wrong<string>(name, "a text")
        : TextOf(value) is not { } text ? Error<string>(name, "invalid_text", "The text is not valid Unicode.")
        : text.Length == 0 ? Error<string>(name, "empty", "The text is empty.")
        : text.Length > max ? Error<string>(name, "too_long", $"The text is longer than {max} characters.")
        : text.AsSpan().ContainsAny(TextRules.Controls)
        ? Error<string>(name, "control_character", "The text holds a control character.")
        : text;

    /// <summary>What people are to know somebody or something by.</summary>
    /// <param name="max">As for <see cref="Text"/>. Refused is also what shows nothing, or text in another order than
    /// it is written: with that, one name can be shown as another.</param>
    public string Name(string name, int max) => NameOrNull(name, max) is { } text ? text : Missing(name, "");

    public string? NameOrNull(string name, int max) => TextOrNull(name, max) is not { } text ? null
        : string.IsNullOrWhiteSpace(text) ? Error<string>(name, "empty", "The text is empty.")
        : !TextRules.ReadsAsWritten(text)
        ? Error<string>(name, "control_character", "The text holds a character that turns text around.")
        : text;

    /// <summary>Whether a value is given, right or wrong.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>A text of many lines: anything but NUL. It may be empty.</summary>
    public string? LongTextOrNull(string name, int max) => Find(name) is not { } value ? null
        : value.ValueKind != JsonValueKind.String ? Wrong<string>(name, "a text")
        : TextOf(value) is not { } text ? Error<string>(name, "invalid_text", "The text is not valid Unicode.")
        : text.Length > max ? Error<string>(name, "too_long", $"The text is longer than {max} characters.")
        : text.Contains('\0', StringComparison.Ordinal)
        ? Error<string>(name, "control_character", "The text holds a NUL character.")
        : text;

    /// <summary>An object, as it was written.</summary>
    public string? ObjectOrNull(string name) => Find(name) is not { } value ? null
        : value.ValueKind != JsonValueKind.Object ? Wrong<string>(name, "an object")
        : value.GetRawText();

    /// <summary>Null, after telling so, where the field is missing or no address.</summary>
    public EmailAddress? Address(string name) =>
        Text(name, AddressLengthMax) is var text && text.Length > 0 && !EmailAddress.TryParse(text, out _)
            ? Error<EmailAddress>(name, "address_syntax", "This is no e-mail address.")
            : !TextRules.ReadsAsWritten(text)
            ? Error<EmailAddress>(name, "control_character", "The address holds a character that turns text around.")
            : text.Length > 0 ? EmailAddress.Parse(text) : null;

    public bool Flag(string name) => FlagOrNull(name) ?? Missing(name, false);

    public bool? FlagOrNull(string name) => Find(name) is not { } value ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : Wrong<bool?>(name, "true or false");

    public int Integer(string name, int min, int max) => Find(name) is not { } value ? Missing(name, min)
        : value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number)
            ? Wrong<int>(name, "a whole number")
        : number < min || number > max ? Error<int>(name, "out_of_range", $"The number has to be {min} to {max}.")
        : number;

    public long Whole(string name, long min, long max) => WholeOrNull(name, min, max) ?? Missing(name, min);

    public long? WholeOrNull(string name, long min, long max) => Find(name) is not { } value ? null
        : value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var number)
            ? Wrong<long?>(name, "a whole number")
        : number < min || number > max ? Error<long?>(name, "out_of_range", $"The number has to be {min} to {max}.")
        : number;

    /// <summary>Null where the field is missing or, after telling so, no time.</summary>
    public DateTimeOffset? TimeOrNull(string name) => TextOrNull(name, TimeLengthMax) is not { } text ? null
        : Rfc3339.TryParse(text, out var time) ? time
        : Error<DateTimeOffset?>(
            name, "invalid_time", "The time has to be RFC 3339, such as 2030-01-31T09:00:00Z.");

    public ImmutableArray<string> Texts(string name, int max) =>
        Find(name) is null ? Missing(name, ImmutableArray<string>.Empty) : TextsOrEmpty(name, max);

    public ImmutableArray<string> TextsOrEmpty(string name, int max)
    {
        if (Find(name) is not { } value)
            return [];
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > ListMax)
            return WrongList(name, $"a list of at most {ListMax} texts");
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String || TextOf(item) is not { Length: > 0 } text || text.Length > max)
                return WrongList(name, $"a list of texts of 1 to {max} characters");
            texts.Add(text);
        }

        return texts.ToImmutable();
    }

    /// <summary>The fields of an object within the body; what is wrong with them is told with the body's.</summary>
    /// <returns>Null where it is absent or, after telling so, no object.</returns>
    public Fields? PartOrNull(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.Object)
            return Wrong<Fields>(name, "an object");
        var part = new Fields(value, $"{pointer}/{name}");
        parts.Add(part);
        return part;
    }

    /// <summary>As <see cref="PartOrNull"/>, of each object in a list.</summary>
    /// <param name="name">Of the list.</param>
    /// <param name="max">Objects in it, and one at least.</param>
    public IReadOnlyList<Fields> Parts(string name, int max)
    {
        if (Find(name) is not { } list)
            return Missing<IReadOnlyList<Fields>>(name, []);
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 || list.GetArrayLength() > max
            || list.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.Object))
            return Wrong<IReadOnlyList<Fields>>(name, $"a list of 1 to {max} objects") ?? [];
        var items = list.EnumerateArray().Select((item, at) => new Fields(item, $"{pointer}/{name}/{at}")).ToArray();
        parts.AddRange(items);
        return items;
    }

    /// <summary>Whether null is given, where that says more than nothing does.</summary>
    public bool IsNull(string name)
    {
        asked.Add(name);
        return root.ValueKind == JsonValueKind.Object
            && root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Null;
    }

    /// <summary>Whether a list is given that has nothing in it.</summary>
    public bool HasEmptyList(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 0;

    /// <summary>Tells that a field's value cannot be.</summary>
    public T? Error<T>(string name, string code, string detail)
    {
        errors.Add(name, code, detail);
        return default;
    }

    /// <summary>Asked last: everything that is wrong with the body, or null.</summary>
    public Problem? Problem()
    {
        if (root.ValueKind != JsonValueKind.Object)
            return Problems.Problem.Field("", "wrong_type", "The body has to be a JSON object.");
        CheckNames();
        var all = errors.All.Concat(parts.SelectMany(part => part.Told())).Take(FieldErrors.Max).ToArray();
        return all.Length == 0
            ? null
            : new Problem(ProblemTypes.InvalidField, all[0].Detail) { Errors = all };
    }

    /// <summary>All that is wrong with a part and with what is in it.</summary>
    private IEnumerable<PlaceError> Told()
    {
        CheckNames();
        return errors.All.Concat(parts.SelectMany(part => part.Told()));
    }

    private void CheckNames()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in root.EnumerateObject())
        {
            var name = NameOf(property);
            if (!asked.Contains(name))
                errors.Add(name, "unknown_field", "There is no such field here.");
            else if (!seen.Add(name))
                errors.Add(name, "duplicate_field", "The field is given twice.");
        }
    }

    private JsonElement? Find(string name)
    {
        asked.Add(name);
        return root.ValueKind == JsonValueKind.Object
            && root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;
    }

    private T Missing<T>(string name, T nothing)
    {
        if (Find(name) is null)
            errors.Add(name, "missing", "The field is required.");
        return nothing;
    }

    private T? Wrong<T>(string name, string expected) =>
        Error<T>(name, "wrong_type", $"The value has to be {expected}.");

    private ImmutableArray<string> WrongList(string name, string expected)
    {
        Wrong<string>(name, expected);
        return [];
    }

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }
}
