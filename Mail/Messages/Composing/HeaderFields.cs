using Actors.Mail.Addresses;

namespace Actors.Mail.Messages.Composing;

/// <summary>The kinds of header fields that a message has: unstructured text, mailboxes, parameters.</summary>
internal static class HeaderFields
{
    /// <summary>A quoted display name longer than this is encoded instead, because it cannot be folded well.</summary>
    private const int QuotedNameMax = 60;

    internal static void Text(HeaderWriter header, string name, string text)
    {
        header.Begin(name);
        if (EncodedWords.Needed(text) || HeaderText.LongestRun(text) > MessageLimits.UnfoldableRunMax)
            EncodedWords.Write(header, text);
        else
            Plain(header, text);
        header.End();
    }

    internal static void Mailboxes(HeaderWriter header, string name, params IReadOnlyList<Mailbox> mailboxes)
    {
        header.Begin(name);
        for (var i = 0; i < mailboxes.Count; i++)
        {
            Mailbox(header, mailboxes[i]);
            if (i + 1 < mailboxes.Count)
                header.Glue(",");
        }

        header.End();
    }

    internal static void Mailbox(HeaderWriter header, Mailbox mailbox)
    {
        if (mailbox.DisplayName is null)
        {
            header.Word(mailbox.Address.ToString());
            return;
        }

        Phrase(header, mailbox.DisplayName);
        header.Word($"<{mailbox.Address}>");
    }

    internal static void Extra(HeaderWriter header, ExtraHeader extra)
    {
        if (extra.IsStructured)
            Words(header, extra.Name.Value, extra.Value.Value);
        else
            Text(header, extra.Name.Value, extra.Value.Value);
    }

    internal static void ListId(HeaderWriter header, ListId id)
    {
        header.Begin("List-Id");
        if (id.Name is not null)
            Phrase(header, id.Name);
        header.Word($"<{id.Value}>");
        header.End();
    }

    /// <summary>RFC 2369 §3.2 and RFC 8058 §3.1.</summary>
    internal static void Unsubscribe(HeaderWriter header, ListUnsubscribe list)
    {
        header.Begin("List-Unsubscribe");
        for (var i = 0; i < list.Uris.Length; i++)
        {
            if (i > 0)
                header.Glue(",");
            header.Word($"<{list.Uris[i]}>");
        }

        header.End();
        if (list.IsOneClick)
            header.Line("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    /// <summary>A structured value in ASCII, folded at its spaces and never encoded.</summary>
    internal static void Words(HeaderWriter header, string name, string value)
    {
        header.Begin(name);
        Plain(header, value);
        header.End();
    }

    /// <summary>Words with the spaces before them, folded there.</summary>
    internal static void Plain(HeaderWriter header, ReadOnlySpan<char> text)
    {
        var space = " ".AsSpan();
        while (!text.IsEmpty)
        {
            var run = text[..HeaderText.NextRun(text)];
            var spaces = run.IndexOfAnyExcept(' ');
            if (spaces < 0)
                return; // white space at the end is lost on the way
            header.Run(spaces > 0 ? run[..spaces] : space, run[spaces..]);
            text = text[run.Length..];
        }
    }

    internal static void Phrase(HeaderWriter header, string name)
    {
        if (EncodedWords.Needed(name))
            EncodedWords.Write(header, name);
        else if (IsAtoms(name) && HeaderText.LongestRun(name) <= QuotedNameMax)
            Plain(header, name);
        else if (QuotedString.Of(name) is { Length: <= QuotedNameMax } quoted)
            header.Word(quoted);
        else
            EncodedWords.Write(header, name);
    }

    private static bool IsAtoms(ReadOnlySpan<char> name)
    {
        if (name.IndexOf("  ", StringComparison.Ordinal) >= 0)
            return false;
        foreach (var c in name)
        {
            if (c != ' ' && !LocalPartGrammar.AtomText.Contains(c))
                return false;
        }

        return true;
    }
}
