using System.Buffers;

namespace Actors.Mail.Messages.Parsing;

internal enum AddressToken
{
    End,

    /// <summary>An atom, or anything else that is no other token.</summary>
    Atom,

    /// <summary>With its quotes and quoted pairs as they stand.</summary>
    Quoted,

    /// <summary>An address literal with its brackets.</summary>
    Literal,

    /// <summary>One of <c>&lt; &gt; @ , ; : .</c></summary>
    Special,

    /// <summary>A quote, bracket or comment that does not end: everything to the end of the value.</summary>
    Broken,
}

/// <summary>Splits a structured value into tokens; every character is looked at once (RFC 5322 §3.2).</summary>
internal ref struct AddressScanner(ReadOnlySpan<char> value)
{
    private static readonly SearchValues<char> AtomEnd = SearchValues.Create(" \t\r\n()<>[]:;@\\,.\"");
    private readonly ReadOnlySpan<char> value = value;
    private int at;

    /// <summary>The text of the last token.</summary>
    internal ReadOnlySpan<char> Text { get; private set; }

    /// <summary>White space or a comment stood before the last token.</summary>
    internal bool Spaced { get; private set; }

    /// <summary>The last comment seen, without its parentheses: the old way to give a name.</summary>
    internal ReadOnlySpan<char> Comment { get; private set; }

    /// <summary>After the last character of the last token.</summary>
    internal readonly int Position => at;

    internal void ForgetComment() => Comment = default;

    internal AddressToken Next()
    {
        var from = at;
        if (!SkipSpace())
            return Broken(from);
        Spaced = at > from;
        if (at == value.Length)
            return AddressToken.End;
        var start = at;
        switch (value[at])
        {
            case '"':
                return Delimited(start, '"', AddressToken.Quoted);
            case '[':
                return Delimited(start, ']', AddressToken.Literal);
            case '<' or '>' or '@' or ',' or ';' or ':' or '.':
                at++;
                Text = value[start..at];
                return AddressToken.Special;
            default:
                var length = value[(at + 1)..].IndexOfAny(AtomEnd);
                at = length < 0 ? value.Length : at + 1 + length;
                Text = value[start..at];
                return AddressToken.Atom;
        }
    }

    private bool SkipSpace()
    {
        while (at < value.Length)
        {
            if (value[at] is ' ' or '\t' or '\r' or '\n')
                at++;
            else if (value[at] != '(')
                return true;
            else if (!SkipComment())
                return false;
        }

        return true;
    }

    /// <summary>Comments nest (RFC 5322 §3.2.2); a counter follows them to any depth.</summary>
    private bool SkipComment()
    {
        var start = at + 1;
        var depth = 0;
        do
        {
            switch (value[at])
            {
                case '(':
                    depth++;
                    break;
                case ')':
                    depth--;
                    break;
                case '\\':
                    at++;
                    break;
            }

            at++;
        }
        while (depth > 0 && at < value.Length);
        if (depth > 0 || at > value.Length)
            return false;
        Comment = value[start..(at - 1)];
        return true;
    }

    private AddressToken Delimited(int start, char end, AddressToken token)
    {
        for (at++; at < value.Length; at++)
        {
            if (value[at] == '\\')
            {
                at++;
            }
            else if (value[at] == end)
            {
                at++;
                Text = value[start..at];
                return token;
            }
        }

        return Broken(start);
    }

    private AddressToken Broken(int start)
    {
        at = value.Length;
        Text = value[start..];
        return AddressToken.Broken;
    }
}
