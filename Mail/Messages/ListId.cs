using System.Diagnostics.CodeAnalysis;
using System.Text;
using Actors.Mail.Addresses;

namespace Actors.Mail.Messages;

/// <summary>The name of a mailing list that stays the same for its life (RFC 2919).</summary>
public sealed record ListId
{
    private ListId(string? name, string value)
    {
        Name = name;
        Value = value;
    }

    /// <summary>For people; null for none.</summary>
    public string? Name { get; }

    /// <summary>Without angle brackets, at least two labels in ASCII, at most 255 octets.</summary>
    public string Value { get; }

    /// <summary>Reads <c>news.example.org</c>, <c>&lt;news.example.org&gt;</c> and the latter after a name.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ListId? id)
    {
        id = null;
        if (text is not { Length: > 0 and <= MessageLimits.ListIdMax + AddressLimits.DisplayNameMax })
            return false;
        var value = text;
        string? name = null;
        if (text.EndsWith('>'))
        {
            var open = text.LastIndexOf('<');
            if (open < 0)
                return false;
            name = text[..open].Trim() is { Length: > 0 } given ? given : null;
            value = text[(open + 1)..^1];
        }

        if (name is { Length: > AddressLimits.DisplayNameMax } || (name is not null && !IsName(name))
            || value.Length > MessageLimits.ListIdMax || !Ascii.IsValid(value) || !LocalPartGrammar.IsDotString(value)
            || !value.Contains('.', StringComparison.Ordinal))
            return false;
        id = new ListId(name, value);
        return true;
    }

    public override string ToString() => Name is null ? $"<{Value}>" : $"{Name} <{Value}>";

    private static bool IsName(string name) =>
        HeaderText.IsPlain(name) && !name.AsSpan().ContainsAny('<', '>', '"');
}
