using System.Collections.Immutable;
using System.Globalization;
using Actors.Api.Problems;
using Actors.Grains.Ids;
using Actors.Mail.Messages;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Hosting;

/// <summary>Reads query parameters. What nobody has asked for is an unknown parameter.</summary>
internal sealed class Query(IQueryCollection query)
{
    public const int LimitMax = 100;
    private const int LimitDefault = 20;
    private const int TextLengthMax = 320;

    /// <summary>The parameter that holds a <see cref="Cursor"/>.</summary>
    private const string After = "after";

    private readonly HashSet<string> asked = new(StringComparer.OrdinalIgnoreCase);
    private List<PlaceError>? errors;

    /// <summary>Reads a parameter through a parser of its own type.</summary>
    /// <returns>Null where it is absent or, after telling so, wrong.</returns>
    public T? Value<T>(string name, TryParse<T> parse, string code, string detail)
        where T : struct => Text(name) is not { } text ? null
            : parse(text, out var value) ? value
            : Wrong<T?>(name, code, detail);

    /// <inheritdoc cref="Value{T}"/>
    public T? Object<T>(string name, TryParse<T> parse, string code, string detail)
        where T : class => Text(name) is not { } text ? null
            : parse(text, out var value) ? value
            : Wrong<T>(name, code, detail);

    public string? Text(string name) => Text(name, name == After ? Cursor.LengthMax : TextLengthMax);

    private string? Text(string name, int max)
    {
        asked.Add(name);
        var values = query[name];
        if (values.Count == 0)
            return null;
        if (values.Count > 1)
            return Wrong<string>(name, "duplicate", "The parameter is given twice.");
        return values[0] is { Length: > 0 } text && text.Length <= max
            ? text
            : Wrong<string>(name, "out_of_range", $"The parameter has 1 to {max} characters.");
    }

    public bool? Flag(string name) => Value<bool>(
        name, (string text, out bool flag) => (flag = text == "true") || text == "false", "unknown_value",
        "The value has to be true or false.");

    /// <summary>What people are shown: see <see cref="TextRules.ReadsAsWritten"/>.</summary>
    public string? Name(string name, int lengthMax) => Text(name, lengthMax) is not { } text ? null
        : !string.IsNullOrWhiteSpace(text) && TextRules.ReadsAsWritten(text) ? text
        : Wrong<string>(name, "control_character", "The value holds a control character, or shows nothing.");

    /// <summary>A parameter that may stand more than once.</summary>
    /// <returns>Each value once; none where the parameter is absent or, after telling so, wrong.</returns>
    public ImmutableArray<string> Texts(string name, int countMax, Func<string, bool> isFit, string detail)
    {
        asked.Add(name);
        var values = query[name].OfType<string>().Distinct().ToImmutableArray();
        if (values.Length <= countMax && values.All(isFit))
            return values;
        Wrong<string>(name, "out_of_range", detail);
        return [];
    }

    public int Limit(int max = LimitMax) => Integer("limit", 1, max) ?? Math.Min(LimitDefault, max);

    public int? Integer(string name, int min, int max) => Value<int>(
        name,
        (string text, out int number) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && number >= min && number <= max,
        "out_of_range", $"The number has to be {min} to {max}.");

    public DateTimeOffset? Time(string name) => Value<DateTimeOffset>(
        name, Rfc3339.TryParse, "invalid_time", "The time has to be RFC 3339, such as 2030-01-31T09:00:00Z.");

    public AccountId? Account(string name) => Value<AccountId>(
        name, AccountId.TryParse, "invalid_id", "An SMTP account's id begins with acc_.");

    /// <summary>Asked last: everything that is wrong with the query, or null.</summary>
    public Problem? Problem()
    {
        foreach (var name in query.Keys)
        {
            if (!asked.Contains(name))
                Wrong<string>(
                    name.Length <= 64 ? name : name[..64], "unknown_parameter", "There is no such parameter here.");
        }

        return errors is null
            ? null
            : new Problem(ProblemTypes.InvalidParameter, errors[0].Detail) { Errors = errors };
    }

    private T? Wrong<T>(string name, string code, string detail)
    {
        errors ??= [];
        if (errors.Count < Json.FieldErrors.Max)
            errors.Add(new PlaceError(code, detail, Parameter: name));
        return default;
    }
}

internal delegate bool TryParse<T>(string text, out T value);
