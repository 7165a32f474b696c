using System.Collections.Immutable;
using Actors.Api.Json;
using Actors.Grains.Submissions;
using Actors.Mail.Messages;

namespace Actors.Api.Messages.Requests;

/// <summary>Reads texts, lists of them and maps of them.</summary>
internal static class TextReader
{
    /// <summary>A text for one line of a header: not empty, no control character.</summary>
    /// <returns>Null after telling why not.</returns>
    public static string? Line(ref JsonCursor json, int max)
    {
        if (Text(ref json, max) is not { } text)
            return null;
        if (text.AsSpan().ContainsAny(TextRules.Controls))
            return Refuse(ref json, "control_character", "The text holds a line break or another control character.");
        return string.IsNullOrWhiteSpace(text) ? Refuse(ref json, "empty", "The text is empty.") : text;
    }

    /// <summary>A text of many lines: anything but NUL.</summary>
    public static string? Body(ref JsonCursor json, int max)
    {
        if (Text(ref json, max) is not { } text)
            return null;
        return text.Contains('\0', StringComparison.Ordinal)
            ? Refuse(ref json, "control_character", "The text holds a NUL character.")
            : text;
    }

    public static bool Flag(ref JsonCursor json)
    {
        if (!json.TryBoolean(out var value))
            json.WrongType("true or false");
        return value;
    }

    /// <returns>Which of the names it is, or -1 after telling that it is none.</returns>
    public static int OneOf(ref JsonCursor json, string first, string second)
    {
        const int LongerThanAny = 32;
        if (Text(ref json, LongerThanAny) is not { } text)
            return -1;
        if (text == first)
            return 0;
        if (text == second)
            return 1;
        json.Errors.Add("unknown_value", $"The value has to be {first} or {second}.");
        return -1;
    }

    public static ImmutableArray<string> Tags(ref JsonCursor json)
    {
        if (!json.BeginArray())
            return [];
        var tags = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; json.NextElement(); i++)
        {
            json.Errors.Enter(i);
            if (i == SubmissionLimits.TagsMax)
                json.Errors.Add("too_many", $"There may be {SubmissionLimits.TagsMax} tags.");
            if (i >= SubmissionLimits.TagsMax)
                json.Skip();
            else if (Line(ref json, SubmissionLimits.TagLengthMax) is { } tag)
                AddTag(ref json, tags, tag);
            json.Errors.Leave();
        }

        return tags.ToImmutable();
    }

    public static ImmutableDictionary<string, string> Metadata(ref JsonCursor json) => Map(
        ref json, SubmissionLimits.MetadataMax, SubmissionLimits.MetadataKeyLengthMax,
        SubmissionLimits.MetadataValueLengthMax);

    /// <summary>Names to texts. A text may hold line breaks, a name may not.</summary>
    public static ImmutableDictionary<string, string> Map(ref JsonCursor json, int max, int nameMax, int valueMax)
    {
        if (!json.BeginObject())
            return ImmutableDictionary<string, string>.Empty;
        var map = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        for (var i = 0; json.NextEntry(out var name); i++)
        {
            json.Errors.Enter(name);
            if (i == max)
                json.Errors.Add("too_many", $"There may be {max} entries.");
            if (i >= max)
                json.Skip();
            else if (!IsName(name, nameMax))
            {
                json.Errors.Add("invalid_name", $"A name has 1 to {nameMax} characters and no control character.");
                json.Skip();
            }
            else if (Body(ref json, valueMax) is { } value && !map.TryAdd(name, value))
                json.Errors.Add("duplicate_field", "The field is given twice.");
            json.Errors.Leave();
        }

        return map.ToImmutable();
    }

    private static void AddTag(ref JsonCursor json, ImmutableArray<string>.Builder tags, string tag)
    {
        if (tags.Contains(tag))
            json.Errors.Add("duplicate", "The tag is given twice.");
        else
            tags.Add(tag);
    }

    private static bool IsName(string name, int max) =>
        name.Length > 0 && name.Length <= max && !name.AsSpan().ContainsAny(TextRules.Controls);

    private static string? Text(ref JsonCursor json, int max)
    {
        if (json.IsString)
            return json.TryText(max, out var text) ? text : null;
        json.WrongType("a text");
        return null;
    }

    private static string? Refuse(ref JsonCursor json, string code, string detail)
    {
        json.Errors.Add(code, detail);
        return null;
    }
}
