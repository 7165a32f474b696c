using Actors.Mail.Messages.Composing;
using Actors.Mail.Messages.Parsing;
using Actors.Mail.Replies;

namespace Actors.Mail.Messages.Downgrading;

/// <summary>Rewrites an address list element by element; groups keep their names (RFC 5322 §3.4).</summary>
internal sealed class AddressDowngrade(HeaderWriter writer)
{
    internal Reply? Write(string name, string value)
    {
        writer.Begin(name);
        var scanner = new AddressScanner(value);
        var start = 0;
        var inAngle = false;
        while (scanner.Next() is var token && token != AddressToken.End)
        {
            if (token == AddressToken.Broken)
                return DowngradeRefusals.NoAsciiForm(name);
            if (token != AddressToken.Special)
                continue;
            var special = scanner.Text[0];
            inAngle = special == '<' || (inAngle && special != '>');
            if (inAngle || special is not (',' or ';' or ':'))
                continue;
            var element = value[start..(scanner.Position - 1)];
            start = scanner.Position;
            if (special == ':' && !TryGroup(element))
                return DowngradeRefusals.NoAsciiForm(name);
            if (special != ':' && Element(name, element) is { } refusal)
                return refusal;
            writer.Glue([special]);
        }

        if (Element(name, value[start..]) is { } last)
            return last;
        writer.End();
        return null;
    }

    private Reply? Element(string name, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var list = AddressList.Parse(text);
        if (list is not { IsComplete: true, Mailboxes: [var mailbox] })
            return DowngradeRefusals.NoAsciiForm(name);
        if (mailbox.Address.RequiresSmtpUtf8)
            return DowngradeRefusals.InternationalAddress;
        HeaderFields.Mailbox(writer, mailbox);
        return null;
    }

    private bool TryGroup(string element)
    {
        var group = EncodedWordDecoder.Decode(Unquoted(element.Trim())).Trim();
        if (group.Length > 0)
            HeaderFields.Phrase(writer, group);
        return group.Length > 0;
    }

    private static string Unquoted(string text) =>
        text is ['"', .., '"'] ? text[1..^1].Replace("\\", "", StringComparison.Ordinal) : text;
}
