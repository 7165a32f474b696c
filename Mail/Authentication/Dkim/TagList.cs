using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Actors.Mail.Authentication.Dkim;

/// <summary>The <c>name=value;</c> lists of signatures and key records (RFC 6376 §3.2).</summary>
internal sealed class TagList
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    private readonly List<Tag> tags = [];

    private TagList()
    {
    }

    internal string FirstName => tags[0].Name;

    /// <returns>Null where there is no such tag; its case matters. White space at both ends is removed.</returns>
    internal string? this[string name]
    {
        get
        {
            foreach (var tag in tags)
                if (tag.Name == name)
                    return tag.Value;
            return null;
        }
    }

    /// <summary>Fails for what is no list, for a tag that is there twice, and over
    /// <see cref="DkimLimits.TagsMax"/>.</summary>
    internal static bool TryParse(string text, [NotNullWhen(true)] out TagList? list)
    {
        list = null;
        var read = new TagList();
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var length = rest.IndexOf(';') is var found and >= 0 ? found : rest.Length;
            var isLast = length == rest.Length;
            var tag = rest[..length].Trim(FoldingWhiteSpace);
            rest = isLast ? [] : rest[(length + 1)..];
            if (tag.IsEmpty && rest.Trim(FoldingWhiteSpace).IsEmpty)
                break; // a semicolon may end the list
            if (!read.Add(tag))
                return false;
        }

        list = read.tags.Count > 0 ? read : null;
        return list is not null;
    }

    /// <summary>The value of a tag without any white space, as base64 and lists are read.</summary>
    internal static string WithoutSpace(string value) => value.AsSpan().ContainsAny(FoldingWhiteSpace)
        ? string.Concat(value.Where(c => !FoldingWhiteSpace.Contains(c)))
        : value;

    internal const string FoldingWhiteSpace = " \t\r\n";

    private bool Add(ReadOnlySpan<char> tag)
    {
        var equals = tag.IndexOf('=');
        if (equals < 1 || tags.Count == DkimLimits.TagsMax)
            return false;
        var name = tag[..equals].TrimEnd(FoldingWhiteSpace);
        if (name.IsEmpty || !char.IsAsciiLetter(name[0]) || name.ContainsAnyExcept(NameCharacters))
            return false;
        var text = name.ToString();
        if (this[text] is not null)
            return false;
        tags.Add(new Tag(text, tag[(equals + 1)..].TrimStart(FoldingWhiteSpace).ToString()));
        return true;
    }

    private readonly record struct Tag(string Name, string Value);
}
