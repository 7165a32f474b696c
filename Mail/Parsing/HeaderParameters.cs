namespace Actors.Mail.Parsing;

/// <summary>The parameters after the first semicolon of a field, those of RFC 2231 joined and decoded.</summary>
public sealed class HeaderParameters
{
    private readonly Dictionary<string, string> values;

    private HeaderParameters(Dictionary<string, string> values) => this.values = values;

    public static HeaderParameters None { get; } = new([]);

    public int Count => values.Count;

    /// <summary>Null where there is none of that name; names have no case. Of two the first counts.</summary>
    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>Never fails, in linear time: what is no parameter is passed over to the next semicolon.</summary>
    /// <param name="field">The whole value, unfolded; null for a field that is not there.</param>
    public static HeaderParameters Parse(string? field)
    {
        if (field is null || !field.Contains(';', StringComparison.Ordinal))
            return None;
        var joined = new ParameterSegments();
        var reader = new ParameterReader(field);
        while (reader.TryRead(out var name, out var value))
            joined.Add(name, value);
        return new HeaderParameters(joined.Values());
    }
}
