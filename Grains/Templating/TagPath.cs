using System.Buffers;
using System.Collections.Frozen;

namespace Actors.Grains.Templating;

/// <summary>What a tag names: <c>name</c>, <c>order.id</c>, <c>../name</c>, <c>this</c>, <c>@root.name</c> or a loop's
/// own <c>@index</c>.</summary>
internal static class TagPath
{
    private const string Up = "../";
    private const string Root = "@root.";
    private const string This = "this";

    private static readonly FrozenSet<string> OfLoops =
        FrozenSet.ToFrozenSet(["@index", "@key", "@first", "@last"], StringComparer.Ordinal);

    /// <summary>Helpers and literals of Handlebars: as a name they would mean something else.</summary>
    private static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet(
        ["if", "else", "unless", "each", "with", "lookup", "log", "this", "true", "false", "null", "undefined", "as"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

    /// <param name="scopes">Blocks around the tag that give names another meaning.</param>
    /// <param name="variable">The value it asks for; null where it is a value of a loop or block.</param>
    /// <returns>False when it is no path.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, int scopes, out string? variable)
    {
        variable = null;
        if (OfLoops.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text))
            return scopes > 0;
        if (text.StartsWith(Root, StringComparison.Ordinal))
            return TryReadNames(text[Root.Length..], out variable);
        var climbed = 0;
        for (; text.StartsWith(Up, StringComparison.Ordinal); text = text[Up.Length..])
            climbed++;
        if (climbed > scopes)
            return false;
        if (text.SequenceEqual(This))
            return scopes > 0;
        if (text.StartsWith("this.", StringComparison.Ordinal))
            text = text["this.".Length..];
        if (!TryReadNames(text, out var first))
            return false;
        variable = climbed == scopes ? first : null;
        return true;
    }

    private static bool TryReadNames(ReadOnlySpan<char> text, out string? first)
    {
        first = null;
        var count = 0;
        foreach (var range in text.Split('.'))
        {
            var name = text[range];
            if (++count > TemplateLimits.PathLengthMax || !IsName(name))
                return false;
            first ??= name.ToString();
        }
        return !Reserved.Contains(first!);
    }

    public static bool IsName(ReadOnlySpan<char> name) =>
        name.Length is > 0 and <= TemplateLimits.NameLengthMax && !name.ContainsAnyExcept(NameCharacters)
        && (char.IsAsciiLetter(name[0]) || name[0] == '_');
}
